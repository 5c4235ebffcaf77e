import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, ProblemError, SignedOutError, type TokenStorage } from "@predicthealth/client";
import { baseUrl, signedIn, through } from "./platform.js";

/** A fetch that counts the requests whose path has an ending. */
function counting(ending: string) {
  const counter = { count: 0, fetch: through((request) => {
    if (new URL(request.url).pathname.endsWith(ending)) counter.count++;
    return fetch(request);
  }) };
  return counter;
}

test("many requests on an ended token renew it once", async () => {
  const refreshes = counting("/refresh");
  const api = await signedIn("doctor", { fetch: refreshes.fetch });
  api.tokens = { ...api.tokens!, access_token: "ended" };
  await Promise.all(Array.from({ length: 20 }, () => api.get("/api/v1/patients", { query: { limit: 1 } })));
  assert.equal(refreshes.count, 1);
  assert.notEqual(api.tokens!.access_token, "ended");
});

test("a token is renewed before it ends", async () => {
  const refreshes = counting("/refresh"), asked: number[] = [];
  const api = await signedIn("admin", { fetch: through(async (request) => {
    const response = await refreshes.fetch(request);
    asked.push(response.status);
    return response;
  }) });
  api.tokens = { ...api.tokens!, expires_at: Date.now() + 1000 };
  await api.get("/api/v1/cms/auth/session");
  assert.equal(refreshes.count, 1);
  assert.deepEqual(asked, [200, 200, 200]); // signing in, refreshing, the session
});

test("a session that has ended elsewhere signs out", async () => {
  const told: Error[] = [];
  const api = await signedIn("doctor", { onSignedOut: (error) => told.push(error) });
  const elsewhere = new Client({ baseUrl });
  elsewhere.tokens = api.tokens;
  await elsewhere.signOut();
  assert.equal(elsewhere.tokens, undefined);
  const answers = await Promise.allSettled([1, 2, 3].map(() => api.get("/api/v1/patients")));
  for (const answer of answers) {
    assert.ok(answer.status === "rejected" && answer.reason instanceof SignedOutError);
    assert.equal(answer.reason.cause.code, "invalid_refresh_token");
  }
  assert.equal(told.length, 1);
  assert.equal(api.tokens, undefined);
  await assert.rejects(api.get("/api/v1/patients"), (e: unknown) => e instanceof ProblemError && e.status === 401);
});

test("a renewal that can't be told is no end of the session", async () => {
  let down = true;
  const api = await signedIn("doctor", {
    retry: { attempts: 1 },
    fetch: through((r) => (down && r.url.endsWith("/refresh") ? Promise.reject(new TypeError("no network")) : fetch(r))),
  });
  api.tokens = { ...api.tokens!, access_token: "ended" };
  await assert.rejects(api.get("/api/v1/patients"), TypeError);
  down = false;
  await api.get("/api/v1/patients");
});

test("clients that share a storage share the session", async () => {
  const items = new Map<string, string>();
  const storage: TokenStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  const one = await signedIn("doctor", { storage });
  const other = new Client({ baseUrl, storage });
  assert.equal(other.tokens!.user.user_type, "doctor");
  await one.signOut();
  assert.equal(other.tokens, undefined);
  assert.equal(items.size, 0);
});
