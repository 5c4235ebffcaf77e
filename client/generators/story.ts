// The story of docs/clients.md, sent by what each generator makes of the document.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { clients, type Ask, type Call } from "./clients";

const accounts: { user_type: string; email: string; password: string }[] = JSON.parse(readFileSync(process.env.ACCOUNTS!, "utf8"));

for (const [name, ask] of Object.entries(clients)) {
  // orval makes JSON of a file.
  await tell(ask, name !== "orval");
  console.log(`${name}: the story is told`);
}

/** Signs in and returns an Ask with the token, whose status must be as expected. */
async function signedIn(ask: Ask, userType: string) {
  const { email, password } = accounts.find((account) => account.user_type === userType)!;
  const { data } = await ask("POST", "/api/v1/auth/login", { body: { email, password } });
  const asking = (token: string) => async (status: number, method: string, path: string, call: Call = {}) => {
    const answer = await ask(method, path, { ...call, headers: { Authorization: `Bearer ${token}`, ...call.headers } });
    assert.equal(answer.status, status, `${method} ${path}: ${JSON.stringify(answer.data)}`);
    return answer;
  };
  return { send: asking(data.access_token), refreshToken: data.refresh_token, asking };
}

async function tell(ask: Ask, files: boolean) {
  let { send, refreshToken, asking } = await signedIn(ask, "doctor");
  const nora = { first_name: "Nora", last_name: "New", date_of_birth: "1990-02-28", sex: "female" };
  const key = crypto.randomUUID(), headers = { "Idempotency-Key": key };
  const { data: patient } = await send(201, "POST", "/api/v1/patients", { body: nora, headers });
  const repeated = await send(201, "POST", "/api/v1/patients", { body: nora, headers });
  assert.equal(repeated.data.id, patient.id);
  const wrong = await send(422, "POST", "/api/v1/patients", { body: { ...nora, last_name: "", sex: "none" } });
  assert.deepEqual(wrong.data.errors.map((e: { pointer: string }) => e.pointer).sort(), ["/last_name", "/sex"]);

  const first = await send(200, "GET", "/api/v1/patients", { query: { q: "new", limit: 1 } });
  await send(200, "GET", "/api/v1/patients", { query: { q: "new", limit: 1, cursor: first.data.next_cursor ?? "" } });
  const found = await send(200, "GET", "/api/v1/catalogs/medical-conditions", { query: { q: "hypertension", limit: 1 } });
  const { code_system, code } = found.data.items[0];

  const path = { id: patient.id };
  await send(201, "POST", "/api/v1/patients/{id}/conditions", { path, body: { condition: { code_system, code }, onset_date: "2024-03-01" } });
  const profile = await send(200, "GET", "/api/v1/patients/{id}/health-profile", { path });
  const change = { path, body: { height_cm: 172.5, blood_type: null }, headers: { "If-Match": profile.etag } };
  await send(200, "PATCH", "/api/v1/patients/{id}/health-profile", change);
  await send(412, "PATCH", "/api/v1/patients/{id}/health-profile", change);
  const { etag } = await send(200, "GET", "/api/v1/patients/{id}/validation", { path });
  const step = { path, body: { to: "doctor_validated" }, headers: { "If-Match": etag } };
  await send(200, "POST", "/api/v1/patients/{id}/validation/steps", step);

  const renewed = await ask("POST", "/api/v1/auth/refresh", { body: { refresh_token: refreshToken } });
  assert.equal(renewed.status, 200);
  send = asking(renewed.data.access_token);

  const clinic = await signedIn(ask, "institution");
  if (files) {
    const row = `https://clinic.example.org,${key},Ana,García,1984-05-12,female,${patient.doctor_id}\n`;
    const body = new Blob([`identifier_system,identifier_value,first_name,last_name,date_of_birth,sex,doctor_id\n${row}`]);
    let { data: job } = await clinic.send(202, "POST", "/api/v1/imports", { body, headers: { "Content-Type": "text/csv" } });
    while (!job.ended_at) ({ data: job } = await clinic.send(200, "GET", "/api/v1/imports/{id}", { path: { id: job.id } }));
    assert.equal(job.status, "completed");
  }
  const report = await clinic.send(200, "GET", "/api/v1/analytics/doctor-performance");
  assert.ok(report.data.items.length > 0);

  await send(204, "POST", "/api/v1/auth/logout-all");
  await send(401, "GET", "/api/v1/patients/{id}", { path });
}
