import { matches } from '../lib/checks.js';
import { isHeaderWord } from '../lib/headers.js';
import type { CallLimits } from '../request/context.js';
import type { ApiResponse } from '../results/api-promise.js';

/** An access token of type Bearer. Times are in ms on the monotonic clock. */
export interface Token {
  readonly value: string;
  readonly expiresAt: number;
  /** From when on a new token is requested: after nine tenths of the lifetime, or one minute before the end. */
  readonly renewAt: number;
  /** Set when another process requested it and left it in the store. */
  readonly shared?: true;
  /** The response that contained it, when this client requested it. */
  readonly response?: Omit<ApiResponse<unknown>, 'data' | 'idempotencyKey'> | undefined;
}

/** What a call of `getToken` sets for the token request that it starts. */
export interface TokenRequestOptions {
  readonly limits: CallLimits;
  /** With lowercase names. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/**
 * Obtains a new token. Without options, those of the client apply.
 *
 * @param refused The value of the last token that the API refused.
 */
export type ObtainToken = (options?: TokenRequestOptions, refused?: string) => Promise<Token>;

/** The longest token, in characters: nginx and Apache take 8 KiB for a header line with its name. */
const MAX_LENGTH = 8_000;

/** The lifetime of a token whose issuer does not say it, in s. A 401 ends it earlier. */
const DEFAULT_LIFETIME = 300;

/** The longest lifetime, in s: about 23 days, because stores use timers, which overflow past 2^31 ms. */
const MAX_LIFETIME = 2_000_000;

/** How long before its end a token is renewed at most, in ms. */
const MAX_MARGIN = 60_000;

/**
 * Reads an issued token (RFC 6749, section 5.1).
 *
 * @param requestedAt When it was requested: the issuer counts its lifetime from some later moment.
 * @returns The token, or the name of the field that cannot be used.
 */
export function readToken(issued: unknown, requestedAt: number): Token | string {
  const { access_token: value, token_type, expires_in }: Record<string, unknown> = Object(issued);
  if (!isHeaderWord(value) || value.length > MAX_LENGTH) return 'access_token';
  // A client must not use a token of a type that it does not know (section 7.1).
  if (!matches(token_type ?? 'Bearer', /^bearer$/i)) return 'token_type';
  const seconds = typeof expires_in === 'string' ? Number(expires_in) : (expires_in ?? DEFAULT_LIFETIME);
  if (typeof seconds !== 'number' || !(seconds > 0)) return 'expires_in';
  const lifetime = Math.min(seconds, MAX_LIFETIME) * 1000;
  const expiresAt = requestedAt + lifetime;
  return { value, expiresAt, renewAt: expiresAt - Math.min(MAX_MARGIN, lifetime / 10) };
}
