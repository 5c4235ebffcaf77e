import type { paths } from "./schema.js";

export type Method = "get" | "post" | "patch" | "delete";

/** Paths that have a method. */
export type Path<M extends Method> = { [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never }[keyof paths];

/** The operation of a method and a path. */
export type Operation<M extends Method, P extends Path<M>> = paths[P] extends { [K in M]: infer O } ? O : never;

/** What every call takes. */
export interface CallOptions {
  /** Ends the request, and the wait before it is sent again. */
  signal?: AbortSignal;
  /** Further headers. */
  headers?: Record<string, string>;
  /** A name for the request instead of a random one: with one used before, the answer of then comes back and nothing is done again. */
  idempotencyKey?: string;
  /** An ETag: when the resource still has it, the call fails with a `NotModifiedError`. */
  ifNoneMatch?: string;
  /** What a record is used for: an HL7 code such as TREAT, kept in the audit trail. */
  purposeOfUse?: string;
}

type Parameters<O> = O extends { parameters: infer P } ? P : never;
type PathInit<O> = Parameters<O> extends { path: infer V } ? { path: V } : unknown;
type QueryInit<O> = Parameters<O> extends { query: infer V }
  ? { query: V }
  : Parameters<O> extends { query?: infer V }
    ? [V & {}] extends [never] ? unknown : { query?: V }
    : unknown;
/** Changes name the version that they are meant for: the ETag that came with it, or `*` for any. */
type MatchInit<O> = Parameters<O> extends { header?: infer H }
  ? [H & {}] extends [never] ? unknown : "If-Match" extends keyof (H & {}) ? { ifMatch: string } : unknown
  : unknown;
type Form = "application/json" | "application/merge-patch+json" | "application/x-www-form-urlencoded";
/** A body that is an object; files are sent by `upload`. */
type BodyInit<O> = O extends { requestBody: { content: infer C } }
  ? Extract<keyof C, Form> extends never ? unknown : { body: C[Extract<keyof C, Form>] }
  : O extends { requestBody?: { content: infer C } }
    ? Extract<keyof C, Form> extends never ? unknown : { body?: C[Extract<keyof C, Form>] }
    : unknown;

/** What a call of an operation takes. */
export type Init<O> = CallOptions & PathInit<O> & QueryInit<O> & MatchInit<O> & BodyInit<O>;

type Required<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** The arguments after the path: none are needed when nothing is required. */
export type Args<I> = [Required<I>] extends [never] ? [init?: I] : [init: I];

type Success<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201 | 202 | 204)] : never;
type Content<R, Media extends string> = R extends { content: { [K in Media]: infer V } } ? V : never;

/** What an operation answers, as JSON; undefined when there is no body. */
export type Json<O> = [Content<Success<O>, "application/json">] extends [never] ? undefined : Content<Success<O>, "application/json">;

/** Paths whose answer is also a CSV file. */
export type CsvPath = { [P in Path<"get">]: [Content<Success<Operation<"get", P>>, "text/csv">] extends [never] ? never : P }[Path<"get">];

/** A page of a list. */
export type Page<T> = { items: T[]; next_cursor: string | null; prev_cursor: string | null; total?: number };

/** Paths of lists with pages. */
export type ListPath = { [P in Path<"get">]: Json<Operation<"get", P>> extends { items: unknown[]; next_cursor: string | null } ? P : never }[Path<"get">];

/** An item of a list. */
export type Item<P extends ListPath> = Json<Operation<"get", P>> extends { items: (infer T)[] } ? T : never;

/** What a call answers. */
export interface Result<T> {
  data: T;
  /** The version that was answered, for `ifMatch` and `ifNoneMatch`. */
  etag: string | undefined;
  /** Status and headers; the body has been read. */
  response: Response;
}
