import type { TokenResponse } from '../../generated/models.js';
import { type Ending, unlessEnded } from '../lib/deadline.js';
import { isHeaderText } from '../lib/headers.js';
import type { Platform } from '../lib/platform.js';
import type { ApiResponse } from '../results/api-promise.js';

/** An access token; times are on the monotonic clock, in milliseconds. */
export interface Token {
  readonly value: string;
  readonly type: string;
  readonly expiresAt: number;
  /** From when on a new one is asked for. */
  readonly renewAt: number;
  /** Another process asked for it, and left it in the store. */
  readonly shared?: true;
  /** The response that it came in, where this client asked for it. */
  readonly response?: Omit<ApiResponse<unknown>, 'data'> | undefined;
}

/** Where access tokens come from: a cache in front of one token request at a time. */
export interface Tokens {
  /** A token that is valid now. */
  get(scope: Ending): Token | Promise<Token>;
  /** The current token as a response; `expires_in` is what is left of its life. */
  current(scope: Ending): Promise<ApiResponse<TokenResponse>>;
  /** Drops a token that the API did not accept, unless it was replaced already. */
  invalidate(token: Token): void;
}

/** Where else a token can come from, and go to. */
export interface SharedTokens {
  read(): Promise<Token | undefined>;
  write(token: Token): Promise<void>;
}

/** What shares tokens with nobody. */
export const NOT_SHARED: SharedTokens = { read: async () => undefined, write: async () => {} };

const MAX_MARGIN = 60_000;
const COOL_DOWN = 5_000;

/** When to renew a token: a tenth of its life ahead of its end, one minute at most. */
export function renewalTime(expiresAt: number, lifetime: number): number {
  return expiresAt - Math.min(MAX_MARGIN, lifetime / 10);
}

/**
 * Reads a token as it is issued (RFC 6749, section 5.1); undefined when it is none that can be used.
 *
 * @param requestedAt When it was asked for: the issuer counts its life from some later moment.
 */
export function readToken(issued: unknown, requestedAt: number): Token | undefined {
  const fields = Object(issued) as Record<string, unknown>;
  const { access_token: value, token_type: type = 'Bearer', expires_in: seconds } = fields;
  if (!isHeaderText(value) || typeof seconds !== 'number' || !(seconds > 0)) return undefined;
  const expiresAt = requestedAt + seconds * 1000;
  return { value, type: String(type), expiresAt, renewAt: renewalTime(expiresAt, seconds * 1000) };
}

/**
 * Caches the token that `request` issues. Any number of concurrent callers share one request. A token that
 * is due for renewal but still valid is served while the new one is fetched; a failed request is not
 * remembered, save that a renewal ahead of time is not tried again for five seconds.
 */
export function createTokens(
  platform: Platform,
  request: () => Promise<Token>,
  shared: SharedTokens,
): Tokens {
  let cached: Token | undefined;
  let pending: Promise<Token> | undefined;
  let refused: string | undefined;
  let coolUntil = 0;

  const load = async () => {
    const found = await shared.read();
    if (found && found.value !== refused && found.renewAt > platform.now()) return found;
    const issued = await request();
    await shared.write(issued);
    return issued;
  };
  const renew = () => {
    pending ??= load()
      .then((token) => {
        cached = token;
        return token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  const renewAhead = () => {
    if (platform.now() < coolUntil) return;
    renew().catch(() => {
      coolUntil = platform.now() + COOL_DOWN;
    });
  };
  const valid = (scope: Ending): Token | Promise<Token> => {
    const now = platform.now();
    if (!cached || now >= cached.expiresAt) return unlessEnded(renew(), scope);
    if (now >= cached.renewAt) renewAhead();
    return cached;
  };

  return {
    get: valid,
    async current(scope) {
      const token = await valid(scope);
      return toResponse(token, Math.max(0, Math.floor((token.expiresAt - platform.now()) / 1000)));
    },
    invalidate({ value }) {
      if (cached?.value !== value) return;
      refused = value;
      cached = undefined;
    },
  };
}

function toResponse({ value, type, response }: Token, expiresIn: number): ApiResponse<TokenResponse> {
  const known = response ?? {
    status: 200,
    headers: new Headers(),
    requestId: undefined,
    idempotencyKey: undefined,
    attempts: [],
  };
  return { ...known, data: new CurrentToken(value, type, expiresIn) };
}

/** A token that can be read by its name, and is in no printed form of the data. */
class CurrentToken implements TokenResponse {
  readonly #value: string;
  readonly token_type: string;
  readonly expires_in: number;

  constructor(value: string, type: string, expiresIn: number) {
    this.#value = value;
    this.token_type = type;
    this.expires_in = expiresIn;
  }

  get access_token(): string {
    return this.#value;
  }

  /** What Node prints, which asked to show everything would read the getter. */
  [Symbol.for('nodejs.util.inspect.custom')](): object {
    return { ...this };
  }
}
