import assert from "node:assert/strict";
import { after, test } from "node:test";
import { JSDOM } from "jsdom";
import { Client, ProblemError, type Progress } from "@predicthealth/client";
import { baseUrl, signedIn, through } from "./platform.js";

const heading = "identifier_system,identifier_value,first_name,last_name,date_of_birth,sex,doctor_id\n";
const institution = await signedIn("institution");
const { data: doctors } = await institution.get("/api/v1/doctors", { query: { status: ["active"], limit: 1 } });

/** A file of so many patients. */
function patients(count: number): Blob {
  const lines = Array.from({ length: count }, (_, i) => `https://clinic.example.org/patients,${i},Ana,García,1984-05-12,female,${doctors.items[0]!.id}\n`);
  return new Blob([heading, ...lines], { type: "text/csv" });
}

/** Uploads a dry run, and checks how it went. */
async function upload(api: Client) {
  const file = patients(3000), steps: Progress[] = [];
  const { data, etag } = await api.upload("/api/v1/imports", file, { query: { dry_run: true }, onProgress: (step) => steps.push(step) });
  assert.equal(data.format, "csv");
  assert.equal(data.dry_run, true);
  assert.equal(data.bytes_total, file.size);
  assert.ok(etag);
  assert.deepEqual(steps.at(-1), { sent: file.size, total: file.size });
  await api.post("/api/v1/imports/{id}/cancel", { path: { id: data.id } }).catch((e: ProblemError) => assert.equal(e.code, "import_ended"));
}

test("a file is sent as a stream, with progress", () => upload(institution));

test("a file whose answer was lost is sent again, and taken in once", async () => {
  let sent = 0;
  const api = new Client({ baseUrl, fetch: through(async (request) => {
    const response = await fetch(request);
    if (sent++ > 0) return response;
    throw new TypeError("the answer was lost");
  }) });
  api.tokens = institution.tokens;
  const { response } = await api.upload("/api/v1/imports", patients(1), { query: { dry_run: true } });
  assert.equal(sent, 2);
  assert.equal(response.headers.get("Idempotency-Replayed"), "true");
});

test("what is no file of patients is refused", async () => {
  const upload = institution.upload("/api/v1/imports", new Blob(["?"]), { contentType: "image/png" });
  await assert.rejects(upload, (e: ProblemError) => e.status === 415);
});

// What follows runs with the XMLHttpRequest of a browser.
test("in a browser", async (t) => {
  const page = new JSDOM("", { url: baseUrl });
  Object.assign(globalThis, { XMLHttpRequest: page.window.XMLHttpRequest });
  after(() => page.window.close());
  // Node's Blob is nothing to jsdom: a page has jsdom's.
  const blobOf = async (blob: Blob) => new page.window.Blob([new Uint8Array(await blob.arrayBuffer())], { type: blob.type }) as Blob;

  await t.test("a file is sent with progress", async () => {
    const file = await blobOf(patients(3000)), steps: Progress[] = [];
    const { data } = await institution.upload("/api/v1/imports", file, { query: { dry_run: true }, onProgress: (step) => steps.push(step) });
    assert.equal(data.bytes_total, file.size);
    assert.deepEqual(steps.at(-1), { sent: file.size, total: file.size });
  });

  await t.test("an upload is ended by its signal", async () => {
    const leave = new AbortController();
    const upload = institution.upload("/api/v1/imports", await blobOf(patients(1)), { signal: leave.signal });
    leave.abort();
    await assert.rejects(upload, { name: "AbortError" });
  });

  await t.test("a refusal is a ProblemError", async () => {
    const upload = institution.upload("/api/v1/imports", await blobOf(new Blob(["?"])), { contentType: "image/png" });
    await assert.rejects(upload, (e: ProblemError) => e.status === 415 && e.code === "unsupported_media_type");
  });
});
