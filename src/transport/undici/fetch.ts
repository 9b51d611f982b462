import type { Dispatcher } from 'undici';
import type { Cancellation } from '../../lib/cancellation.js';
import type { Fetch } from '../../options.js';
import { MAX_RESPONSE_BYTES } from '../buffered-response.js';
import { type SendProgress, TRANSPORT, type Transport } from '../transport.js';
import { ACCEPTED_CODINGS } from './body-decoder.js';
import { DispatchHandler } from './dispatch-handler.js';

/** How a `fetch` over undici sends. */
interface Sending {
  /**
   * Whether the dispatcher belongs to the transport and tells when it sends. Any other may send a request several
   * times before it reports an error.
   */
  readonly isOwn: boolean;
  /** The value of User-Agent. */
  readonly userAgent: string;
}

/** Creates a `fetch` over an undici dispatcher, for the requests that the client sends. */
export function createUndiciFetch(dispatcher: Dispatcher, { isOwn, userAgent }: Sending): Fetch {
  const defaults = { 'accept-encoding': ACCEPTED_CODINGS, 'user-agent': userAgent };
  const transport: Transport = (url, { method, body, headers }, cancellation, maxBytes, progress) =>
    new Promise((resolve, reject) => {
      progress.via = isOwn ? 'own' : 'given';
      progress.sent = 'no';
      if (cancellation.reason !== undefined) throw cancellation.reason;
      if (typeof body !== 'string' && body) throw new TypeError('A body must be a string.');
      const { origin, pathname, search } = new URL(url);
      const handler = new DispatchHandler({ url, maxBytes, progress }, cancellation, { resolve, reject });
      if (!isOwn) progress.sent = 'maybe';
      try {
        dispatcher.dispatch(
          {
            origin,
            path: pathname + search,
            method,
            body,
            headers: withDefaults(defaults, headers),
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
  const fetch: Fetch = async (url, { method = 'GET', body = null, headers, signal }) => {
    const request = { method, body, headers: toRecord(headers) };
    const progress: SendProgress = { sent: 'maybe', via: 'given' };
    return transport(url, request, cancellationOf(signal), MAX_RESPONSE_BYTES, progress);
  };
  return Object.assign(fetch, { [TRANSPORT]: transport });
}

/**
 * Adds headers that are not there yet, whatever the case of their names. Returns a copy, since dispatchers add
 * headers of their own.
 */
function withDefaults(
  defaults: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  const all: Record<string, string> = { ...defaults, ...headers };
  for (const name of Object.keys(headers)) {
    const lowercase = name.toLowerCase();
    if (lowercase !== name && Object.hasOwn(defaults, lowercase)) delete all[lowercase];
  }
  return all;
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
