// Writes what the client knows of the OpenAPI document: its types, and which operations take an Idempotency-Key.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const methods = ["get", "put", "post", "patch", "delete"];
// What the client sends by itself or has an option for.
const ownHeaders = ["Idempotency-Key", "If-None-Match", "X-Purpose-Of-Use"];
const notice = "// Generated from the OpenAPI document by generate.js. Do not edit.\n\n";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const keyed = [];
const forms = [];
for (const [path, item] of Object.entries(document.paths)) {
  const shared = item.parameters ?? [];
  delete item.parameters;
  for (const method of methods.filter((m) => item[m])) slim(item[method], shared, `${method.toUpperCase()} ${path}`);
}
document.components = { schemas: document.components.schemas };

const types = await openapiTS(document, {
  // What has a default need not be sent.
  defaultNonNullable: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
});
writeFileSync("src/schema.ts", notice + astToString(types));
writeFileSync("src/operations.ts", `${notice}/** The version of the OpenAPI document. */
export const version = ${JSON.stringify(document.info.version)};

/** Operations that take an Idempotency-Key. */
export const keyed: ReadonlySet<string> = new Set([
${keyed.map((name) => `  ${JSON.stringify(name)},\n`).join("")}]);

/** Operations whose body is a form. */
export const forms: ReadonlySet<string> = new Set(${JSON.stringify(forms)});
`);
for (const file of ["package.json", "package-lock.json"]) {
  const content = JSON.parse(readFileSync(file, "utf8"));
  content.version = document.info.version;
  if (content.packages) content.packages[""].version = document.info.version;
  writeFileSync(file, JSON.stringify(content, null, 2) + "\n");
}

/** Leaves an operation what its types are made of: whatever goes wrong is one answer, a Problem. */
function slim(operation, shared, name) {
  const parameters = [...shared, ...(operation.parameters ?? [])].map(resolve);
  if (parameters.some((p) => p.name === "Idempotency-Key")) keyed.push(name);
  operation.parameters = parameters.filter((p) => !ownHeaders.includes(p.name));
  const responses = {};
  for (const [status, reference] of Object.entries(operation.responses)) {
    const { headers, ...response } = resolve(reference);
    if (status.startsWith("2")) responses[status] = withoutExamples(response);
  }
  const problem = { schema: { $ref: "#/components/schemas/Problem" } };
  responses.default = { description: "What went wrong.", content: { "application/problem+json": problem } };
  operation.responses = responses;
  if (!operation.requestBody) return;
  operation.requestBody = withoutExamples(resolve(operation.requestBody));
  if (operation.requestBody.content["application/x-www-form-urlencoded"]) forms.push(name);
}

/** A body's members have their own examples; the document repeats them for the whole body. */
function withoutExamples(body) {
  for (const content of Object.values(body.content ?? {})) delete content.example;
  return body;
}

/** What a reference to a component names. */
function resolve(value) {
  return value.$ref ? value.$ref.split("/").slice(1).reduce((at, key) => at[key], document) : value;
}
