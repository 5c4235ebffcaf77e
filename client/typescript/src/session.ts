import type { SessionTokens } from "./schema.js";
import { problemOf, ProblemError, SignedOutError } from "./problem.js";

/** What a session goes on with. */
export interface Tokens {
  access_token: string;
  refresh_token: string;
  /** When the access token ends, in milliseconds since 1970. */
  expires_at: number;
  /** Whether it is a session of staff. */
  staff: boolean;
  user: SessionTokens["user"];
}

/** Where tokens are kept: `localStorage` and `sessionStorage` are such. Whoever reads it can act as the person who signed in. */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Sends a request of the session's own, with retries. */
export type Send = (path: string, body: unknown) => Promise<Response>;

/** How long before its end a token is renewed, in milliseconds, so that it doesn't end on the way. */
const margin = 5_000;

/** The tokens of a client. However many requests need a new one, there is one renewal. */
export class Session {
  #memory: Tokens | undefined;
  #renewal: Promise<Tokens | undefined> | undefined;

  constructor(
    private readonly send: Send,
    private readonly key: string,
    private readonly storage: TokenStorage | undefined,
    private readonly onSignedOut: ((error: SignedOutError) => void) | undefined,
  ) {}

  get tokens(): Tokens | undefined {
    if (!this.storage) return this.#memory;
    const text = this.storage.getItem(this.key);
    return text ? (JSON.parse(text) as Tokens) : undefined;
  }

  set tokens(tokens: Tokens | undefined) {
    if (!this.storage) this.#memory = tokens;
    else if (tokens) this.storage.setItem(this.key, JSON.stringify(tokens));
    else this.storage.removeItem(this.key);
  }

  async signIn(credentials: object, staff: boolean, operation = "login"): Promise<SessionTokens["user"]> {
    const grant = await this.#grant(staff, operation, credentials);
    this.#keep(grant, staff);
    return grant.user;
  }

  /** An access token, other than one that was refused; undefined when nobody is signed in. */
  async token(refused?: string): Promise<string | undefined> {
    const tokens = this.tokens;
    if (!tokens || (tokens.access_token !== refused && tokens.expires_at - Date.now() > margin)) return tokens?.access_token;
    this.#renewal ??= this.#exclusively(() => this.#renew(tokens)).finally(() => (this.#renewal = undefined));
    return (await this.#renewal)?.access_token;
  }

  /** Other tabs share the storage: one of them renews at a time, for a refresh token that is used twice ends the session. */
  #exclusively<T>(renew: () => Promise<T>): Promise<T> {
    const locks = this.storage && globalThis.navigator?.locks;
    return locks ? (locks.request(this.key, renew) as Promise<T>) : renew();
  }

  async #renew(old: Tokens): Promise<Tokens | undefined> {
    const current = this.tokens;
    if (current?.access_token !== old.access_token) return current; // another tab has renewed it, or signed out
    try {
      const grant = await this.#grant(old.staff, "refresh", { refresh_token: old.refresh_token });
      // Somebody may have signed in or out in the meantime.
      return this.tokens?.access_token === old.access_token ? this.#keep(grant, old.staff) : this.tokens;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 429) throw error;
      const ended = new SignedOutError(error);
      if (this.tokens?.access_token === old.access_token) this.tokens = undefined;
      this.onSignedOut?.(ended);
      throw ended;
    }
  }

  async #grant(staff: boolean, operation: string, body: object): Promise<SessionTokens> {
    const response = await this.send(`/api/v1/${staff ? "cms/" : ""}auth/${operation}`, body);
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as SessionTokens;
  }

  #keep(grant: SessionTokens, staff: boolean): Tokens {
    const { access_token, refresh_token, user } = grant;
    return (this.tokens = { access_token, refresh_token, expires_at: Date.now() + grant.expires_in * 1000, staff, user });
  }
}
