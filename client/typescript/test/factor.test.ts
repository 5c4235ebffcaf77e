import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { Client, ProblemError } from "@predicthealth/client";
import { baseUrl, credentials, signedIn } from "./platform.js";

/** What an authenticator shows for a secret (TOTP, RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("a sign-in with a second factor", async () => {
  const first = await signedIn("patient");
  const { password } = credentials("patient");
  const { data: added } = await first.post("/api/v1/auth/second-factor", { body: { password } });
  assert.match(added.qr_svg, /^<svg /);
  const { data: confirmed } = await first.post("/api/v1/auth/second-factor/confirm", { body: { otp: codeOf(added.secret) } });
  const [one, two] = confirmed.recovery_codes;

  const api = new Client({ baseUrl });
  const refused = await api.signIn(credentials("patient")).catch((e: unknown) => e);
  assert.ok(refused instanceof ProblemError && refused.code === "otp_required");
  const user = await api.confirmSignIn({ challenge_token: refused.problem.challenge_token!, otp: one! });
  assert.equal(user.user_type, "patient");

  await api.proveSecondFactor(two!);
  await api.delete("/api/v1/auth/second-factor");
  await signedIn("patient");
});
