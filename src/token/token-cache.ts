import type { TokenResponse } from '../../generated/models.js';
import type { LddPayError } from '../errors.js';
import { type Cancellation, unlessCancelled } from '../lib/cancellation.js';
import type { Platform } from '../lib/platform.js';
import { type SharedWork, share, waitForShared } from '../lib/shared-work.js';
import type { ApiResponse } from '../results/api-promise.js';
import type { ObtainToken, Token, TokenRequestOptions } from './token.js';

/** Keeps the access token of a client. */
export interface TokenCache {
  /** Returns a token that is valid now. */
  get(cancellation: Cancellation): Token | Promise<Token>;
  /**
   * Returns the current token as a response, with the rest of its lifetime in `expires_in`.
   *
   * @param refusedToken The value of a token that the API refused, which is replaced if it is the current one.
   */
  current(
    cancellation: Cancellation,
    options?: TokenRequestOptions,
    refusedToken?: string,
  ): Promise<ApiResponse<TokenResponse>>;
  /** Notes that the API accepted a token. */
  confirm(token: Token): void;
  /**
   * Drops a token that the API refused, unless it was replaced already.
   *
   * @returns Whether there is or will be another token. False during the cool-down, when the token stays.
   */
  invalidate(token: Token): boolean;
}

/** How long a failed renewal is not tried again, and a refused token is not replaced again, in ms. */
const COOL_DOWN_MS = 5_000;

/** How long callers share a token request where its promise can be lost, in ms. */
const PATIENCE_MS = 5_000;

/**
 * Caches the token that `obtain` returns. All concurrent callers share one request, unless that is lost. A token that
 * is due for renewal but still valid is used while the new one is requested. A failed request is not remembered, except
 * that a renewal ahead of time is not tried again for 5 s, or for longer where `Retry-After` asks for it.
 *
 * A refused token is replaced at once. The new one then stays for 5 s even if it is refused as well, so that an
 * API that refuses every token does not cost a token request with each call. The first success ends that.
 */
export function createTokenCache(platform: Platform, obtain: ObtainToken): TokenCache {
  let cached: Token | undefined;
  let pending: SharedWork<Token> | undefined;
  let refused: string | undefined;
  let renewableFrom = 0;
  /** From when on a refused token is replaced; 0 while the API accepts tokens. */
  let replaceableFrom = 0;

  const load = async (options?: TokenRequestOptions): Promise<Token> => {
    // Not before this request is shared: a listener or a provider that calls the client would start another one.
    await undefined;
    const told = refused;
    const token = await obtain(options, told);
    // A renewal that began before the refusal replaces nothing: who issued its token was not told.
    const isTold = refused === told;
    if (!isTold && token.value === refused) return load(options);
    cached = token;
    renewableFrom = 0;
    if (replaceableFrom) replaceableFrom = platform.now() + (isTold ? COOL_DOWN_MS : 0);
    return token;
  };
  const start = (options?: TokenRequestOptions) => {
    const token = load(options).finally(() => drop(own));
    const own = share(platform, token, PATIENCE_MS);
    pending = own;
    return token;
  };
  const drop = (request: SharedWork<Token>) => {
    if (pending === request) pending = undefined;
  };
  const renew = async (cancellation: Cancellation, options?: TokenRequestOptions): Promise<Token> => {
    const other = pending;
    if (!other) return unlessCancelled(start(options), cancellation);
    const found = await waitForShared(platform, other, cancellation);
    if (found) return found[0];
    drop(other);
    return renew(cancellation, options);
  };
  /** @param margin How long a token must be valid to be used, in ms. */
  const find = (margin: number, cancellation: Cancellation, options?: TokenRequestOptions) => {
    const now = platform.now();
    if (!cached || now >= cached.expiresAt - margin) return renew(cancellation, options);
    if (now >= Math.max(cached.renewAt, renewableFrom) && !(pending && now < pending.until)) {
      const current = cached;
      start(options).catch((error: Partial<LddPayError>) => {
        if (cached === current)
          renewableFrom = platform.now() + Math.max(COOL_DOWN_MS, error.retryAfterMs ?? 0);
      });
    }
    return cached;
  };

  const invalidate: TokenCache['invalidate'] = ({ value, shared }) => {
    if (cached?.value !== value) return true;
    // One from the store is not new: another process can have left it there before the refusal.
    if (!shared && platform.now() < replaceableFrom) return false;
    refused = value;
    cached = undefined;
    replaceableFrom = Number.POSITIVE_INFINITY;
    return true;
  };

  return {
    get: (cancellation) => find(0, cancellation),
    invalidate,
    async current(cancellation, options, refusedToken) {
      // One with less would be handed on with 0 seconds, which nobody takes.
      const get = () => find(1000, cancellation, options);
      let token = await get();
      if (token.value === refusedToken && invalidate(token)) token = await get();
      const { value, expiresAt, response } = token;
      const seconds = Math.floor((expiresAt - platform.now()) / 1000);
      return {
        status: 200,
        headers: new Headers(),
        requestId: undefined,
        idempotencyKey: undefined,
        attempts: [],
        ...response,
        data: new CurrentToken(value, Math.max(0, seconds)),
      };
    },
    confirm({ value }) {
      if (cached?.value === value) replaceableFrom = 0;
    },
  };
}

/** A token that code can read by its name, and that no printed form of the data contains. */
class CurrentToken implements TokenResponse {
  readonly #value: string;
  readonly token_type = 'Bearer';
  readonly expires_in: number;

  constructor(value: string, expiresIn: number) {
    this.#value = value;
    this.expires_in = expiresIn;
  }

  get access_token(): string {
    return this.#value;
  }

  /** Test runners that print all properties of an object read getters too, unless it has this. */
  toJSON(): object {
    return { ...this };
  }

  /** Defines what Node prints: asked to show everything, it would read the getter. */
  [Symbol.for('nodejs.util.inspect.custom')](): object {
    return this.toJSON();
  }
}
