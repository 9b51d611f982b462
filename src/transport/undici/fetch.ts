import type { Dispatcher } from 'undici';
import type { Cancellation } from '../../lib/cancellation.js';
import type { Fetch } from '../../options.js';
import { TRANSPORT, type Transport } from '../transport.js';
import { DispatchHandler } from './dispatch-handler.js';

/** Creates a `fetch` over an undici dispatcher, for the requests that the client sends. */
export function createUndiciFetch(dispatcher: Dispatcher): Fetch {
  const transport: Transport = (url, { method, body, headers }, cancellation) =>
    new Promise((resolve, reject) => {
      if (cancellation.reason !== undefined) throw cancellation.reason;
      if (typeof body !== 'string' && body) throw new TypeError('A body must be a string.');
      const { origin, pathname, search } = new URL(url);
      const handler = new DispatchHandler(url, cancellation, { resolve, reject });
      try {
        dispatcher.dispatch(
          {
            origin,
            path: pathname + search,
            method,
            body,
            // A copy, since dispatchers add headers of their own.
            headers: { ...headers },
            // The client limits the time itself; the limits of undici could be shorter.
            headersTimeout: 0,
            bodyTimeout: 0,
          },
          handler,
        );
      } catch (cause) {
        // Undici reports errors to the handler, but dispatchers around it may throw.
        handler.fail(cause);
      }
    });
  const fetch: Fetch = async (url, { method = 'GET', body = null, headers, signal }) =>
    transport(url, { method, body, headers: toRecord(headers) }, cancellationOf(signal));
  return Object.assign(fetch, { [TRANSPORT]: transport });
}

function cancellationOf(signal: AbortSignal | null | undefined): Cancellation<unknown> {
  return {
    reason: signal?.aborted ? signal.reason : undefined,
    onCancel(callback) {
      const onAbort = () => callback(signal?.reason);
      signal?.addEventListener('abort', onAbort);
      return () => signal?.removeEventListener('abort', onAbort);
    },
  };
}

function toRecord(headers: HeadersInit = {}): Readonly<Record<string, string>> {
  if (headers instanceof Headers) return Object.fromEntries(headers);
  return Array.isArray(headers) ? Object.fromEntries(new Headers(headers)) : headers;
}
