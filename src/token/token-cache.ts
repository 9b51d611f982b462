import type { TokenResponse } from '../../generated/models.js';
import { type Cancellation, unlessCancelled } from '../lib/cancellation.js';
import { isHeaderWord } from '../lib/headers.js';
import type { Platform } from '../lib/platform.js';
import type { ApiResponse } from '../results/api-promise.js';

/** An access token. Times are in ms on the monotonic clock. */
export interface Token {
  readonly value: string;
  readonly type: string;
  readonly expiresAt: number;
  /** From when on a new token is requested. */
  readonly renewAt: number;
  /** Set when another process requested it and left it in the store. */
  readonly shared?: true;
  /** The response that contained it, when this client requested it. */
  readonly response?: Omit<ApiResponse<unknown>, 'data'> | undefined;
}

/** Keeps the access token of a client. */
export interface TokenCache {
  /** Returns a token that is valid now. */
  get(cancellation: Cancellation): Token | Promise<Token>;
  /** Returns the current token as a response, with the rest of its lifetime in `expires_in`. */
  current(cancellation: Cancellation): Promise<ApiResponse<TokenResponse>>;
  /** Drops a token that the API refused, unless it was replaced already. */
  invalidate(token: Token): void;
}

/** Where processes share a token. */
export interface SharedToken {
  read(): Promise<Token | undefined>;
  write(token: Token): Promise<void>;
}

/** Shares no token. */
export const NOT_SHARED: SharedToken = { read: async () => undefined, write: async () => {} };

const MAX_MARGIN_MS = 60_000;
const COOL_DOWN_MS = 5_000;

/** Returns when to renew a token: after nine tenths of its lifetime, and at most one minute before its end. */
export function renewalTime(expiresAt: number, lifetime: number): number {
  return expiresAt - Math.min(MAX_MARGIN_MS, lifetime / 10);
}

/**
 * Reads an issued token (RFC 6749, section 5.1). Returns undefined when it cannot be used.
 *
 * @param requestedAt When it was requested: the issuer counts its lifetime from some later moment.
 */
export function readToken(issued: unknown, requestedAt: number): Token | undefined {
  const fields = Object(issued) as Record<string, unknown>;
  const { access_token: value, token_type: type = 'Bearer', expires_in: seconds } = fields;
  if (!isHeaderWord(value) || typeof seconds !== 'number' || !(seconds > 0)) return undefined;
  const expiresAt = requestedAt + seconds * 1000;
  return { value, type: String(type), expiresAt, renewAt: renewalTime(expiresAt, seconds * 1000) };
}

/**
 * Caches the token that `request` obtains. All concurrent callers share one request. A token that is due for
 * renewal but still valid is used while the new one is requested. A failed request is not remembered, except
 * that a renewal ahead of time is not tried again for 5 s.
 */
export function createTokenCache(
  platform: Platform,
  request: () => Promise<Token>,
  shared: SharedToken,
): TokenCache {
  let cached: Token | undefined;
  let pending: Promise<Token> | undefined;
  let refused: string | undefined;
  let coolDownUntil = 0;

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
    if (platform.now() < coolDownUntil) return;
    renew().catch(() => {
      coolDownUntil = platform.now() + COOL_DOWN_MS;
    });
  };
  const get = (cancellation: Cancellation): Token | Promise<Token> => {
    const now = platform.now();
    if (!cached || now >= cached.expiresAt) return unlessCancelled(renew(), cancellation);
    if (now >= cached.renewAt) renewAhead();
    return cached;
  };

  return {
    get,
    async current(cancellation) {
      const token = await get(cancellation);
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

/** A token that code can read by its name, and that no printed form of the data contains. */
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

  /** Defines what Node prints: asked to show everything, it would read the getter. */
  [Symbol.for('nodejs.util.inspect.custom')](): object {
    return { ...this };
  }
}
