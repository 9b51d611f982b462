import type { TokenResponse } from '../generated/models.js';
import type { ApiResponse } from './api-promise.js';
import { abortedError } from './errors.js';

/** A token together with the response that it came in. */
export interface IssuedToken {
  readonly response: ApiResponse<TokenResponse>;
  /** When its request was sent, in milliseconds on the clock of the tokens. */
  readonly requestedAt: number;
}

/** Where access tokens come from: a cache in front of one token request at a time. */
export interface Tokens {
  /** A token that is valid now. */
  get(signal: AbortSignal | undefined): Promise<string>;
  /** The current token with the response that it came in; `expires_in` is what is left of its life. */
  current(signal: AbortSignal | undefined): Promise<ApiResponse<TokenResponse>>;
  /** Drops a token that the API did not accept, unless it was replaced already. */
  invalidate(token: string): void;
}

const MAX_MARGIN = 60_000;

/**
 * Caches the token that `request` issues. Any number of concurrent callers share one request, and a
 * failed request is not remembered. A token is renewed ahead of its expiry by a tenth of its life, one
 * minute at most, counted from when it was requested: the latest moment that is surely not too late.
 *
 * @param now A monotonic clock in milliseconds.
 */
export function createTokens(
  request: (requestedAt: number) => Promise<IssuedToken>,
  now: () => number = () => performance.now(),
): Tokens {
  let cached: IssuedToken | undefined;
  let pending: Promise<IssuedToken> | undefined;

  const renew = async () => {
    try {
      cached = await request(now());
      return cached;
    } finally {
      pending = undefined;
    }
  };
  const valid = async (signal: AbortSignal | undefined) => {
    if (cached && now() < renewAt(cached)) return cached;
    pending ??= renew();
    return unlessAborted(pending, signal);
  };

  return {
    async get(signal) {
      return (await valid(signal)).response.data.access_token;
    },
    async current(signal) {
      const { response, requestedAt } = await valid(signal);
      const age = Math.ceil((now() - requestedAt) / 1000);
      return {
        ...response,
        data: { ...response.data, expires_in: Math.max(0, response.data.expires_in - age) },
      };
    },
    invalidate(token) {
      if (cached?.response.data.access_token === token) cached = undefined;
    },
  };
}

function renewAt({ response, requestedAt }: IssuedToken): number {
  const lifetime = response.data.expires_in * 1000;
  return requestedAt + lifetime - Math.min(MAX_MARGIN, lifetime / 10);
}

/** Frees a caller that aborts, without ending the request that others wait for. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortedError('not_sent', signal));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
