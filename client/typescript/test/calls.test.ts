import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldErrors, NotModifiedError, ProblemError, version } from "@predicthealth/client";
import { baseUrl, nora, signedIn, through } from "./platform.js";

const doctor = await signedIn("doctor");

test("what is registered is answered with its ETag, and read again only when it has changed", async () => {
  const { data: patient, etag, response } = await doctor.post("/api/v1/patients", { body: nora });
  assert.equal(response.status, 201);
  assert.equal(patient.validation_status, "pending");
  assert.equal(etag, '"v1"');
  const path = { id: patient.id };
  await assert.rejects(doctor.get("/api/v1/patients/{id}", { path, ifNoneMatch: etag }), NotModifiedError);
});

test("faults are found by their field", async () => {
  const wrong = { ...nora, last_name: "", emails: [{ email: "nobody" }] };
  const error = await doctor.post("/api/v1/patients", { body: wrong }).catch((e: unknown) => e);
  assert.ok(error instanceof ProblemError);
  assert.equal(error.status, 422);
  assert.equal(error.code, "validation_failed");
  const faults = fieldErrors(error);
  assert.deepEqual(Object.keys(faults).sort(), ["/emails/0/email", "/last_name"]);
  assert.equal(faults["/emails/0/email"]!.code, "format");
  assert.ok(faults["/emails/0/email"]!.message);
  assert.deepEqual(fieldErrors(new Error("another")), {});
});

test("changes are merge patches on a version", async () => {
  const { data: patient } = await doctor.post("/api/v1/patients", { body: nora });
  const path = { id: patient.id };
  const profile = await doctor.get("/api/v1/patients/{id}/health-profile", { path });
  const body = { weight_kg: 68, blood_type: null };
  const changed = await doctor.patch("/api/v1/patients/{id}/health-profile", { path, ifMatch: profile.etag!, body });
  assert.deepEqual([changed.data.height_cm, changed.data.weight_kg, changed.data.blood_type], [172.5, 68, null]);
  const stale = doctor.patch("/api/v1/patients/{id}/health-profile", { path, ifMatch: profile.etag!, body });
  await assert.rejects(stale, (e: ProblemError) => e.status === 412 && e.code === "stale");
  // @ts-expect-error A change without a version doesn't type-check.
  await assert.rejects(doctor.patch("/api/v1/patients/{id}/health-profile", { path, body }), (e: ProblemError) => e.status === 428);
});

test("a patient comes with the parts of the record that a page shows", async () => {
  const { data: created } = await doctor.post("/api/v1/patients", { body: nora });
  const path = { id: created.id };
  const query = { include: ["health_profile", "allergies", "dashboard", "doctor"] as ("health_profile" | "allergies" | "dashboard" | "doctor")[] };
  const { data: patient, etag } = await doctor.get("/api/v1/patients/{id}", { path, query });
  assert.equal(patient.health_profile!.height_cm, 172.5);
  assert.deepEqual(patient.allergies, []);
  assert.equal(patient.dashboard!.health_score.value, 100);
  assert.equal(patient.doctor!.id, patient.doctor_id);
  const again = doctor.get("/api/v1/patients/{id}", { path, query, ifNoneMatch: etag! });
  await assert.rejects(again, NotModifiedError);
  // @ts-expect-error What can't be included doesn't type-check.
  await assert.rejects(doctor.get("/api/v1/patients/{id}", { path, query: { include: ["account"] } }), (e: ProblemError) => e.status === 422);
});

test("several entries are added at once, or none", async () => {
  const { data: patient } = await doctor.post("/api/v1/patients", { body: nora });
  const { data: found } = await doctor.get("/api/v1/catalogs/medical-conditions", { query: { q: "hypertension", limit: 2 } });
  const items = found.items.map(({ code_system, code }) => ({ condition: { code_system, code }, onset_date: "2024-03-01" }));
  const request = { path: { id: patient.id }, body: { items } };
  const { data: added } = await doctor.post("/api/v1/patients/{id}/conditions/batch", request);
  assert.deepEqual(added.items.map(({ condition }) => condition.code), items.map(({ condition }) => condition.code));
  const error = await doctor.post("/api/v1/patients/{id}/conditions/batch", request).catch((e: unknown) => e);
  assert.deepEqual(Object.keys(fieldErrors(error)), ["/items/0/condition", "/items/1/condition"]);
});

test("lists are walked page by page, and arrays sent as the API reads them", async () => {
  for (let i = 0; i < 3; i++) await doctor.post("/api/v1/patients", { body: { ...nora, last_name: "Pageturner" } });
  const query = { limit: 2, q: "pageturner", fields: ["first_name", "last_name"] as ("first_name" | "last_name")[] };
  const sizes: number[] = [];
  for await (const page of doctor.paginate("/api/v1/patients", { query }).pages()) sizes.push(page.items.length);
  assert.deepEqual(sizes, [2, 1]);
  const names: string[] = [];
  for await (const patient of doctor.paginate("/api/v1/patients", { query })) names.push(patient.last_name);
  assert.deepEqual(names, ["Pageturner", "Pageturner", "Pageturner"]);
});

test("a list that is left reads no further page", async () => {
  let pages = 0;
  const api = await signedIn("doctor", { fetch: through((r) => (r.url.includes("/catalogs/") && pages++, fetch(r))) });
  for await (const _ of api.paginate("/api/v1/catalogs/countries", { query: { limit: 1 } })) break;
  assert.equal(pages, 1);
});

test("reports are CSV when that is asked for", async () => {
  const text = await doctor.csv("/api/v1/analytics/doctor-performance");
  assert.match(text, /^doctor_id,.*\r\n/);
  const reader = (await doctor.csvStream("/api/v1/analytics/doctor-performance")).pipeThrough(new TextDecoderStream());
  let streamed = "";
  for await (const part of reader) streamed += part;
  assert.equal(streamed, text);
  const { data } = await doctor.get("/api/v1/analytics/doctor-performance");
  assert.equal(typeof data.items[0]!.doctor_id, "string");
});

test("forms are sent as forms", async () => {
  const body = { grant_type: "client_credentials" as const, client_id: "x", client_secret: "x" };
  await assert.rejects(doctor.post("/api/v1/auth/token", { body }), (e: ProblemError) => e.code === "invalid_client");
});

test("the openapi-fetch client below signs in and sends alike", async () => {
  const { data } = await doctor.raw.POST("/api/v1/patients", { body: nora });
  const path = { id: data!.id };
  const answer = await doctor.raw.PATCH("/api/v1/patients/{id}/health-profile", { params: { path, header: { "If-Match": "*" } }, body: { weight_kg: 70 } });
  assert.equal(answer.data?.weight_kg, 70);
});

test("the client's version is the platform's", async () => {
  const document = (await (await fetch(`${baseUrl}/openapi.json`)).json()) as { info: { version: string } };
  assert.equal(version, document.info.version);
});
