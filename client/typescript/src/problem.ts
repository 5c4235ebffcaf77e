import type { FieldError, Problem } from "./schema.js";

/** What the API answered instead of what was asked for. */
export class ProblemError extends Error {
  override readonly name: string = "ProblemError";

  constructor(
    /** The problem document (RFC 9457). */
    readonly problem: Problem,
    /** Status and headers, such as Retry-After, or today's ETag after a 412. */
    readonly response: Response,
  ) {
    super(problem.detail || problem.title);
  }

  get status(): number {
    return this.response.status;
  }

  /** The problem's type in a word, such as `validation_failed`. It is stable: compare it. */
  get code(): string {
    return this.problem.type.slice(this.problem.type.lastIndexOf("/") + 1);
  }
}

/** The session has ended, for the reason in `cause`: sign in again. */
export class SignedOutError extends Error {
  override readonly name = "SignedOutError";

  constructor(override readonly cause: ProblemError) {
    super("The session has ended: sign in again.", { cause });
  }
}

/** The resource still has the version of `ifNoneMatch`. */
export class NotModifiedError extends Error {
  override readonly name = "NotModifiedError";
}

/** What is wrong with a field. */
export interface FieldFault {
  /** For programs: stable. */
  code: string;
  /** For people. */
  message: string;
  /** Where the field was sent. */
  in: FieldError["in"];
}

/**
 * The fields at fault by their JSON pointer, such as `/emails/0/email`; of several faults of a field, the first.
 * Empty for an error that is about no field.
 */
export function fieldErrors(error: unknown): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  if (!(error instanceof ProblemError)) return faults;
  for (const fault of error.problem.errors ?? []) {
    faults[fault.pointer] ??= { code: fault.code, message: fault.detail, in: fault.in };
  }
  return faults;
}

/** The error of an answer of 400 or above. A body that is no problem document is a proxy's. */
export function problemFrom(body: unknown, response: Response): ProblemError {
  if (isProblem(body)) return new ProblemError(body, response);
  const detail = typeof body === "string" ? body.trim().split("\n")[0]!.slice(0, 200) : "";
  return new ProblemError({ type: "about:blank", title: response.statusText, status: response.status, detail, request_id: "" }, response);
}

/** The same, of an answer that hasn't been read. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text();
  try {
    return problemFrom(JSON.parse(text), response);
  } catch {
    return problemFrom(text, response); // it is no JSON
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "type" in body && typeof body.type === "string";
}
