import type { Dispatcher } from 'undici';
import type { Fetch } from '../options.js';
import type { Ending } from '../scope.js';
import { endingOf } from '../transport-init.js';
import { Exchange } from './exchange.js';

/** A `fetch` over a dispatcher of undici, for what the client sends. */
export function fetchOver(dispatcher: Dispatcher): Fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const { method = 'GET', body, headers } = init;
      const ending = endingOf(init) ?? endingOfSignal(init.signal);
      if (ending.reason !== undefined) throw ending.reason;
      if (typeof body !== 'string' && body) throw new TypeError('Only texts can be sent as a body.');
      const { origin, pathname, search } = new URL(input);
      const exchange = new Exchange(input, ending, { resolve, reject });
      try {
        dispatcher.dispatch(
          {
            origin,
            path: pathname + search,
            method,
            body: body ?? null,
            headers: recordOf(headers),
            // The client limits the time itself; limits of undici's own could be shorter.
            headersTimeout: 0,
            bodyTimeout: 0,
          },
          exchange,
        );
      } catch (cause) {
        // Undici tells an exchange what is wrong, but dispatchers around it may throw.
        exchange.fail(cause);
      }
    });
}

function endingOfSignal(signal: AbortSignal | null | undefined): Ending<unknown> {
  return {
    reason: signal?.aborted ? signal.reason : undefined,
    onEnd(callback) {
      const onAbort = () => callback(signal?.reason);
      signal?.addEventListener('abort', onAbort);
      return () => signal?.removeEventListener('abort', onAbort);
    },
  };
}

/** A copy, since dispatchers add headers of their own. */
function recordOf(headers: HeadersInit = {}): Record<string, string> {
  if (headers instanceof Headers) return Object.fromEntries(headers);
  return Array.isArray(headers) ? Object.fromEntries(new Headers(headers)) : { ...headers };
}
