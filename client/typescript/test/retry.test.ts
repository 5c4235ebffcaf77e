import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { test } from "node:test";
import { Client, ProblemError } from "@predicthealth/client";
import { nora, signedIn, through } from "./platform.js";

test("a lost answer is asked for again, and the work done once", async () => {
  const keys: (string | null)[] = [];
  const api = await signedIn("doctor", { fetch: through(async (request) => {
    const response = await fetch(request);
    if (request.url.includes("/auth/")) return response;
    keys.push(request.headers.get("Idempotency-Key"));
    if (keys.length < 3) throw new TypeError("the answer was lost");
    return response;
  }) });
  const { response } = await api.post("/api/v1/patients", { body: nora });
  assert.equal(keys.length, 3);
  assert.ok(keys[0]);
  assert.equal(new Set(keys).size, 1);
  assert.equal(response.headers.get("Idempotency-Replayed"), "true");
});

test("a key of one's own is answered as before", async () => {
  const api = await signedIn("doctor");
  const idempotencyKey = randomUUID();
  const first = await api.post("/api/v1/patients", { body: nora, idempotencyKey });
  const second = await api.post("/api/v1/patients", { body: nora, idempotencyKey });
  assert.equal(first.data.id, second.data.id);
});

for (const [name, { status, type, retryAfter, times, keyed, unkeyed }] of Object.entries({
  "the limit": { status: 429, type: "rate_limited", retryAfter: "0", times: 1, keyed: 2, unkeyed: 2 },
  maintenance: { status: 503, type: "maintenance", retryAfter: "0", times: 1, keyed: 2, unkeyed: 1 },
  "more than the attempts": { status: 503, type: "unavailable", retryAfter: "0", times: 9, keyed: 3, unkeyed: 1 },
  "a wait that is too long": { status: 503, type: "maintenance", retryAfter: "3600", times: 1, keyed: 1, unkeyed: 1 },
  "a date that has passed": { status: 503, type: "maintenance", retryAfter: "Fri, 27 Nov 2020 10:00:00 GMT", times: 1, keyed: 2, unkeyed: 1 },
  "a proxy": { status: 502, type: "x", retryAfter: "", times: 1, keyed: 2, unkeyed: 1 },
  "the same request at work": { status: 409, type: "request_in_progress", retryAfter: "", times: 1, keyed: 2, unkeyed: 2 },
  "a conflict": { status: 409, type: "taken", retryAfter: "", times: 1, keyed: 1, unkeyed: 1 },
  "a fault of the platform": { status: 500, type: "internal", retryAfter: "", times: 1, keyed: 1, unkeyed: 1 },
})) {
  test(`what passes is waited for: ${name}`, async () => {
    let asked = 0;
    const api = new Client({ baseUrl: "http://platform.invalid", retry: { attempts: 3, longestWait: 2000 }, fetch: async () => {
      if (++asked > times) return new Response(null, { status: 204 });
      return new Response(JSON.stringify({ type: `/problems/${type}` }), { status, headers: retryAfter ? { "Retry-After": retryAfter } : {} });
    } });
    const path = { id: "me", contact_id: "1" };
    await api.post("/api/v1/patients/{id}/emails/{contact_id}/verify", { path }).catch(() => {});
    assert.equal(asked, keyed);
    asked = 0;
    await api.post("/api/v1/auth/forgot-password", { body: { email: "a@example.org" } }).catch(() => {});
    assert.equal(asked, unkeyed);
  });
}

test("a signal ends a request, and the wait before it is sent again", async () => {
  const server = createServer((_, answer) => answer.writeHead(503, { "Retry-After": "2" }).end()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  try {
    const api = new Client({ baseUrl: `http://127.0.0.1:${port}` });
    const leave = new AbortController();
    const asked = api.get("/api/v1/catalogs/countries", { signal: leave.signal });
    setTimeout(() => leave.abort(), 100);
    await assert.rejects(asked, { name: "AbortError" });
    await assert.rejects(api.get("/api/v1/catalogs/countries", { signal: AbortSignal.abort() }), { name: "AbortError" });
  } finally {
    server.close();
  }
});

test("an answer of a proxy is a ProblemError too", async () => {
  const api = new Client({ baseUrl: "http://platform.invalid", fetch: async () => new Response("<html>no such host", { status: 404 }) });
  await assert.rejects(api.get("/api/v1/catalogs/countries"), (e: ProblemError) => e.status === 404 && e.message === "<html>no such host");
});
