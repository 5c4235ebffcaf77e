// Hands the OpenAPI document to two linters and to the generators that product teams use. A warning of one of them is a failure.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import postman from "openapi-to-postmanv2";

const document = "openapi.json";
rmSync("generated", { recursive: true, force: true });
mkdirSync("generated");
quietly("redocly", "redocly", "lint", document);
quietly("spectral", "spectral", "lint", document, "--ruleset", "spectral.yaml", "--fail-severity", "hint", "--quiet");
quietly("hey-api", "openapi-ts", "--input", document, "--output", "generated/hey-api", "--client", "@hey-api/client-fetch");
quietly("orval", "node", "orval.js", document);
quietly("openapi-typescript", "openapi-typescript", document, "--output", "generated/openapi-typescript.ts", "--default-non-nullable=false");
await collection();

/** Runs a program, which must have nothing to complain about. */
function quietly(name, program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", PATH: `node_modules/.bin:${process.env.PATH}` } });
  const said = stdout + stderr;
  if (status !== 0 || /warn|error|⚠/i.test(said)) throw new Error(`${name}:\n${said}`);
  console.log(`${name}: no warnings`);
}

/** Converts the document to a Postman collection, as an import does. */
async function collection() {
  const input = { type: "string", data: readFileSync(document, "utf8") };
  const options = { parametersResolution: "Example" };
  const converted = await new Promise((resolve, reject) => postman.convertV2(input, options, (error, result) => (error ? reject(error) : resolve(result))));
  if (!converted.result) throw new Error(`postman: ${converted.reason}`);
  const text = JSON.stringify(converted.output[0].data);
  if (text.includes("<Error:")) throw new Error(`postman: ${text.slice(text.indexOf("<Error:"), text.indexOf("<Error:") + 200)}`);
  writeFileSync("generated/postman.json", text);
  console.log("postman: no warnings");
}
