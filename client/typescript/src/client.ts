import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { forms, keyed } from "./operations.js";
import { Pages } from "./paginate.js";
import { NotModifiedError, problemFrom, problemOf, SignedOutError } from "./problem.js";
import { retried, type RetryOptions } from "./retry.js";
import type { Login, LoginConfirmation, SessionTokens, paths } from "./schema.js";
import { Session, type Tokens, type TokenStorage } from "./session.js";
import { sendFile, type Progress } from "./upload.js";
import type { Args, CallOptions, CsvPath, Init, Item, Json, ListPath, Method, Operation, Path, Result } from "./types.js";

export interface ClientOptions {
  /** Where the platform is, such as `https://health.example.org`. */
  baseUrl: string;
  /** Where tokens are kept; in memory unless told. */
  storage?: TokenStorage;
  /** Called when the session has ended otherwise than by `signOut`. */
  onSignedOut?: (error: SignedOutError) => void;
  retry?: RetryOptions;
  /** Sends requests instead of the global fetch. */
  fetch?: typeof globalThis.fetch;
}

/** A file's call. */
export interface UploadOptions extends CallOptions {
  /** Its media type; that of the file unless told. */
  contentType?: string;
  onProgress?: (progress: Progress) => void;
}

/** What a call is made of, whatever its operation. */
interface AnyInit extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: string;
  parseAs?: "text" | "stream";
}

/** openapi-fetch's, whatever the operation: the methods above have the types. */
type AnyRequest = (method: string, path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Calls the API. Calls fail with a `ProblemError`; when the session has ended, with a `SignedOutError`. */
export class Client {
  /** The same as an openapi-fetch client, whose calls answer `{ data, error }`: for what builds on one. It signs in and repeats as this does. */
  readonly raw: FetchClient<paths>;
  readonly #session: Session;
  readonly #fetch: typeof globalThis.fetch;
  readonly #base: string;

  constructor(private readonly options: ClientOptions) {
    this.#base = options.baseUrl.replace(/\/+$/, "");
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#session = new Session((path, body) => this.#sendOwn(path, body), `predicthealth ${this.#base}`, options.storage, options.onSignedOut);
    this.raw = createFetchClient<paths>({
      baseUrl: this.#base,
      fetch: (request) => this.#send(request),
      querySerializer: { array: { style: "form", explode: false } },
    });
    this.raw.use({
      onRequest({ request, schemaPath }) {
        const { headers, method } = request;
        if (method === "PATCH") headers.set("Content-Type", "application/merge-patch+json");
        if (keyed.has(`${method} ${schemaPath}`) && !headers.has("Idempotency-Key")) headers.set("Idempotency-Key", newKey());
      },
    });
  }

  /** Signs a patient, doctor or institution in. */
  signIn(credentials: Login): Promise<SessionTokens["user"]> {
    return this.#session.signIn(credentials, false);
  }

  /** Signs a member of the staff in. */
  signInStaff(credentials: Login): Promise<SessionTokens["user"]> {
    return this.#session.signIn(credentials, true);
  }

  /** Finishes a `signIn` that failed with the code `otp_required`, with the problem's `challenge_token` and a code. */
  confirmSignIn(confirmation: LoginConfirmation): Promise<SessionTokens["user"]> {
    return this.#session.signIn(confirmation, false, "login/confirm");
  }

  /** Finishes a `signInStaff`; see `confirmSignIn`. */
  confirmSignInStaff(confirmation: LoginConfirmation): Promise<SessionTokens["user"]> {
    return this.#session.signIn(confirmation, true, "login/confirm");
  }

  /** Sends a code of the second factor: for five minutes, calls then do what they refused with the code `step_up_required`. */
  async proveSecondFactor(otp: string): Promise<void> {
    const { data } = await this.post(this.tokens?.staff ? "/api/v1/cms/auth/step-up" : "/api/v1/auth/step-up", { body: { otp } });
    if (!this.tokens) return; // signed out in the meantime
    this.tokens = { ...this.tokens, access_token: data.access_token, expires_at: Date.now() + data.expires_in * 1000 };
  }

  /** Ends the session. The tokens are forgotten also when the API can't be told. */
  async signOut(): Promise<void> {
    try {
      await this.post(this.tokens?.staff ? "/api/v1/cms/auth/logout" : "/api/v1/auth/logout");
    } catch (error) {
      if (!(error instanceof SignedOutError)) throw error;
    } finally {
      this.tokens = undefined;
    }
  }

  /** Those of the session; undefined when nobody is signed in. Setting those of before goes on with their session. */
  get tokens(): Tokens | undefined {
    return this.#session.tokens;
  }

  set tokens(tokens: Tokens | undefined) {
    this.#session.tokens = tokens;
  }

  get<P extends Path<"get">>(path: P, ...[init]: Args<Init<Operation<"get", P>>>): Promise<Result<Json<Operation<"get", P>>>> {
    return this.#call("get", path, init as AnyInit);
  }

  post<P extends Path<"post">>(path: P, ...[init]: Args<Init<Operation<"post", P>>>): Promise<Result<Json<Operation<"post", P>>>> {
    return this.#call("post", path, init as AnyInit);
  }

  /** Changes a resource by a JSON merge patch: what isn't named stays, null removes. */
  patch<P extends Path<"patch">>(path: P, ...[init]: Args<Init<Operation<"patch", P>>>): Promise<Result<Json<Operation<"patch", P>>>> {
    return this.#call("patch", path, init as AnyInit);
  }

  delete<P extends Path<"delete">>(path: P, ...[init]: Args<Init<Operation<"delete", P>>>): Promise<Result<Json<Operation<"delete", P>>>> {
    return this.#call("delete", path, init as AnyInit);
  }

  /** The items of a list, read page after page while they are iterated over; its `pages()` are the pages. */
  paginate<P extends ListPath>(path: P, ...[init]: Args<Init<Operation<"get", P>>>): Pages<Item<P>, Json<Operation<"get", P>> & { items: Item<P>[]; next_cursor: string | null }> {
    const { query, ...rest } = (init ?? {}) as AnyInit;
    return new Pages(async (cursor) => {
      const page = await this.#call("get", path, { ...rest, query: cursor ? { ...query, cursor } : { ...query } });
      return page.data as never;
    });
  }

  /** A report or list as CSV (RFC 4180). */
  async csv<P extends CsvPath>(path: P, ...[init]: Args<Init<Operation<"get", P>>>): Promise<string> {
    return (await this.#call<string>("get", path, csvOf(init as AnyInit, "text"))).data;
  }

  /** The same as it arrives, in UTF-8. */
  async csvStream<P extends CsvPath>(path: P, ...[init]: Args<Init<Operation<"get", P>>>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    return (await this.#call<ReadableStream<Uint8Array<ArrayBuffer>>>("get", path, csvOf(init as AnyInit, "stream"))).data;
  }

  /** Sends a file, and tells how far it has come. */
  async upload<P extends Path<"post">>(
    path: P, file: Blob, options: UploadOptions & Pick<Init<Operation<"post", P>>, "query" & keyof Init<Operation<"post", P>>>,
  ): Promise<Result<Json<Operation<"post", P>>>> {
    const { contentType, onProgress, signal, query } = options as UploadOptions & AnyInit;
    const headers = new Headers(headersOf(options));
    headers.set("Content-Type", contentType ?? file.type);
    headers.set("Accept", "application/json");
    if (!headers.has("Idempotency-Key")) headers.set("Idempotency-Key", newKey());
    const search = new URLSearchParams(Object.entries(query ?? {}).filter(([, v]) => v !== undefined).map(([k, v]) => [k, String(v)]));
    const url = `${this.#base}${path}${search.size ? `?${search}` : ""}`;
    const once = () => this.#withToken((token) => {
      if (token) headers.set("Authorization", `Bearer ${token}`);
      return sendFile({ url, headers, file, onProgress, signal }, this.#fetch);
    });
    const response = await retried({ once, repeatable: true, signal }, this.options.retry);
    if (!response.ok) throw await problemOf(response);
    return resultOf(response, await response.json());
  }

  async #call<T>(method: Method, path: string, init: AnyInit = {}): Promise<Result<T>> {
    const { path: segments, query, body, signal, parseAs } = init;
    const headers = headersOf(init);
    if (forms.has(`${method.toUpperCase()} ${path}`)) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const { data, error, response } = await (this.raw.request as unknown as AnyRequest)(method, path, {
      params: { path: segments, query }, headers,
      ...(body !== undefined && { body }), ...(signal && { signal }), ...(parseAs && { parseAs }),
    });
    if (response.status === 304) throw new NotModifiedError("The resource still has this version.");
    if (!response.ok) throw problemFrom(error, response);
    return resultOf(response, data);
  }

  /** Sends a request with a token, again where that may help. */
  #send(request: Request): Promise<Response> {
    const repeatable = request.method === "GET" || request.headers.has("Idempotency-Key");
    const once = () => this.#withToken((token) => {
      const copy = request.clone();
      if (token) copy.headers.set("Authorization", `Bearer ${token}`);
      return this.#fetch(copy);
    });
    return retried({ once, repeatable, signal: request.signal }, this.options.retry);
  }

  /** Sends with a token, and once more with another when the API refuses the one it had. */
  async #withToken(send: (token: string | undefined) => Promise<Response>): Promise<Response> {
    const token = await this.#session.token();
    const response = await send(token);
    if (response.status !== 401 || !token) return response;
    const renewed = await this.#session.token(token);
    if (!renewed || renewed === token) return response;
    await response.body?.cancel();
    return send(renewed);
  }

  /** Sends what the session asks by itself, without a token. Signing in and refreshing may be done twice. */
  #sendOwn(path: string, body: unknown): Promise<Response> {
    const init = { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body) };
    return retried({ once: () => this.#fetch(this.#base + path, init), repeatable: true, signal: undefined }, this.options.retry);
  }
}

function csvOf(init: AnyInit | undefined, parseAs: "text" | "stream"): AnyInit {
  return { ...init, parseAs, headers: { ...init?.headers, Accept: "text/csv" } };
}

function headersOf({ headers, ifMatch, ifNoneMatch, idempotencyKey, purposeOfUse }: AnyInit): Record<string, string> {
  return {
    ...headers,
    ...(ifMatch && { "If-Match": ifMatch }),
    ...(ifNoneMatch && { "If-None-Match": ifNoneMatch }),
    ...(idempotencyKey && { "Idempotency-Key": idempotencyKey }),
    ...(purposeOfUse && { "X-Purpose-Of-Use": purposeOfUse }),
  };
}

function resultOf<T>(response: Response, data: unknown): Result<T> {
  return { data: data as T, etag: response.headers.get("ETag") ?? undefined, response };
}

/** A new key. Pages without TLS have no randomUUID, and Node.js 18 has no crypto. A key must be new, but it is no secret. */
function newKey(): string {
  return globalThis.crypto?.randomUUID?.() ?? Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join("");
}
