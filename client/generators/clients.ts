// The four clients behind one function, so that one story is told with each of them.
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import * as heyApi from "./generated/hey-api/sdk.gen";
import { client as heyClient } from "./generated/hey-api/client.gen";
import type { paths } from "./generated/openapi-typescript";
import * as orval from "./generated/orval";

export interface Call {
  path?: Record<string, string>;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  body?: unknown;
}
export interface Answer {
  status: number;
  etag: string;
  data: any;
}
/** Asks an operation, which a method and a path of the document name. */
export type Ask = (method: string, path: string, call: Call) => Promise<Answer>;

const baseUrl = process.env.HTTP_URL!;
const document = JSON.parse(readFileSync("openapi.json", "utf8"));

/** What generators that name functions after operations call one. */
function named(functions: object, method: string, path: string): (...args: any[]) => Promise<any> {
  const id: string = document.paths[path][method.toLowerCase()].operationId;
  return (functions as any)[id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
}

const headersOf = (response: Response) => response.headers.get("ETag") ?? "";

const withHeyApi: Ask = async (method, path, { headers, ...call }) => {
  const { data, error, response } = await named(heyApi, method, path)({ client: heyClient, baseUrl, headers, ...call });
  return { status: response.status, etag: headersOf(response), data: data ?? error };
};

const withOrval: Ask = async (method, path, { path: values, query, headers, body }) => {
  const operation = document.paths[path][method.toLowerCase()];
  const takes = (place: string) => parametersOf(operation).some((p) => p.in === place);
  const args: unknown[] = [...path.matchAll(/\{(.*?)\}/g)].map(([, name]) => values![name!]);
  if (operation.requestBody) args.push(body);
  if (takes("query")) args.push(query);
  if (takes("header")) args.push(undefined);
  const { status, data, headers: answered } = await named(orval, method, path)(...args, { headers });
  return { status, etag: answered.get("ETag") ?? "", data };
};

function parametersOf(operation: any): { in: string }[] {
  return (operation.parameters ?? []).map((p: any) => (p.$ref ? document.components.parameters[p.$ref.split("/").pop()] : p));
}

// Its functions ask for paths: whose server it is, the page knows.
const fetched = globalThis.fetch;
globalThis.fetch = (input, init) => fetched(typeof input === "string" && input.startsWith("/") ? baseUrl + input : input, init);

const fetchClient = createClient<paths>({ baseUrl });
const withOpenapiTypescript: Ask = async (method, path, { path: values, query, headers, body }) => {
  const file = body instanceof Blob ? { bodySerializer: (b: Blob) => b } : {};
  const patch = method === "PATCH" ? { "Content-Type": "application/merge-patch+json" } : {};
  const init = { params: { path: values, query }, headers: { ...patch, ...headers }, body, ...file };
  const { data, error, response } = await (fetchClient.request as any)(method.toLowerCase(), path, init);
  return { status: response.status, etag: headersOf(response), data: data ?? error };
};

/** Sends the request that a person finds in the imported collection, with values of the story in it. */
const withPostman: Ask = async (method, path, { path: values, query, headers, body }) => {
  const imported = JSON.parse(readFileSync("generated/postman.json", "utf8"));
  const wanted = path.replace(/\{(.*?)\}/g, ":$1");
  const all = function* (items: any[]): Generator<any> {
    for (const item of items) item.item ? yield* all(item.item) : yield item.request;
  };
  const request = [...all(imported.item)].find((r) => r.method === method && `/${r.url.path.join("/")}` === wanted)!;
  const filled = request.url.path.map((part: string) => (part.startsWith(":") ? values![part.slice(1)] : part)).join("/");
  const search = new URLSearchParams(Object.entries(query ?? {}).map(([k, v]) => [k, String(v)]));
  const own = Object.fromEntries(request.header.filter((h: any) => ["Content-Type", "Accept"].includes(h.key)).map((h: any) => [h.key, h.value]));
  const sent = body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) };
  const response = await fetched(`${baseUrl}/${filled}?${search}`, { method, headers: { ...own, ...headers }, ...sent });
  const text = await response.text();
  return { status: response.status, etag: headersOf(response), data: text ? JSON.parse(text) : undefined };
};

export const clients: Record<string, Ask> = {
  "hey-api": withHeyApi, orval: withOrval, "openapi-typescript": withOpenapiTypescript, postman: withPostman,
};
