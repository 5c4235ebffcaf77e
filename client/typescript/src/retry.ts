/** How often requests are repeated. */
export interface RetryOptions {
  /** How often a request is sent at most; 1 never repeats. Default 4. */
  attempts?: number;
  /** The longest wait before it is sent again, in milliseconds: a longer Retry-After ends it. Default 30,000. */
  longestWait?: number;
}

/** A request that may be sent several times. */
export interface Attempt {
  /** Sends it once. */
  once(): Promise<Response>;
  /** Whether it does no harm to do it twice: it reads, or has an Idempotency-Key. */
  repeatable: boolean;
  signal: AbortSignal | null | undefined;
}

/** Sends a request again when its answer was lost, and while the platform can't answer. */
export async function retried(attempt: Attempt, { attempts = 4, longestWait = 30_000 }: RetryOptions = {}): Promise<Response> {
  for (let sent = 1; ; sent++) {
    let response: Response;
    try {
      response = await attempt.once();
    } catch (error) {
      // fetch fails with a TypeError when there was no answer.
      if (!(error instanceof TypeError) || !attempt.repeatable || sent >= attempts || attempt.signal?.aborted) throw error;
      await pause(backoff(sent), attempt.signal);
      continue;
    }
    const wait = retryAfter(response) ?? backoff(sent);
    if (sent >= attempts || wait > longestWait || !(await passing(response, attempt.repeatable))) return response;
    await response.body?.cancel();
    await pause(wait, attempt.signal);
  }
}

/** Whether an answer is one that passes. A request beyond the limit was not begun. */
async function passing(response: Response, repeatable: boolean): Promise<boolean> {
  switch (response.status) {
    case 429:
      return true;
    case 408: case 502: case 503: case 504:
      return repeatable;
    case 409:
      return (await response.clone().text()).includes("/problems/request_in_progress");
  }
  return false;
}

/** Milliseconds that double from 250; half of them are random, so that clients don't come all at once. */
function backoff(sent: number): number {
  const whole = 250 * 2 ** Math.min(sent - 1, 6);
  return whole / 2 + (Math.random() * whole) / 2;
}

/** Retry-After, seconds or a date, in milliseconds. */
function retryAfter(response: Response): number | undefined {
  const text = response.headers.get("Retry-After");
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}

/** Waits, or fails when the signal says so. */
function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", leave);
      resolve();
    }, milliseconds);
    if (signal?.aborted) leave();
    else signal?.addEventListener("abort", leave, { once: true });
  });
}
