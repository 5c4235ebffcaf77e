export { Client, type ClientOptions, type UploadOptions } from "./client.js";
export { version } from "./operations.js";
export { Pages } from "./paginate.js";
export { fieldErrors, NotModifiedError, ProblemError, SignedOutError, type FieldFault } from "./problem.js";
export type { RetryOptions } from "./retry.js";
export type * from "./schema.js";
export type { Tokens, TokenStorage } from "./session.js";
export type { CallOptions, CsvPath, ListPath, Path, Result } from "./types.js";
export type { Progress } from "./upload.js";
