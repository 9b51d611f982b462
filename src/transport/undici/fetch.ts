import type { Dispatcher } from 'undici';
import type { Ending } from '../../lib/deadline.js';
import type { Fetch } from '../../options.js';
import { TRANSPORT, type Transport } from '../transport.js';
import { Exchange } from './exchange.js';

/** A `fetch` over a dispatcher of undici, for what the client sends. */
export function fetchOver(dispatcher: Dispatcher): Fetch {
  const transport: Transport = (url, { method, body, headers }, ending) =>
    new Promise((resolve, reject) => {
      if (ending.reason !== undefined) throw ending.reason;
      if (typeof body !== 'string' && body) throw new TypeError('Only texts can be sent as a body.');
      const { origin, pathname, search } = new URL(url);
      const exchange = new Exchange(url, ending, { resolve, reject });
      try {
        dispatcher.dispatch(
          {
            origin,
            path: pathname + search,
            method,
            body,
            // A copy, since dispatchers add headers of their own.
            headers: { ...headers },
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
  const fetch: Fetch = async (url, { method = 'GET', body = null, headers, signal }) =>
    transport(url, { method, body, headers: recordOf(headers) }, endingOf(signal));
  return Object.assign(fetch, { [TRANSPORT]: transport });
}

function endingOf(signal: AbortSignal | null | undefined): Ending<unknown> {
  return {
    reason: signal?.aborted ? signal.reason : undefined,
    onEnd(callback) {
      const onAbort = () => callback(signal?.reason);
      signal?.addEventListener('abort', onAbort);
      return () => signal?.removeEventListener('abort', onAbort);
    },
  };
}

function recordOf(headers: HeadersInit = {}): Readonly<Record<string, string>> {
  if (headers instanceof Headers) return Object.fromEntries(headers);
  return Array.isArray(headers) ? Object.fromEntries(new Headers(headers)) : headers;
}
