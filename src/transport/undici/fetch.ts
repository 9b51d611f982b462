import type { Dispatcher } from 'undici';
import { type Cancellation, onAbort } from '../../lib/cancellation.js';
import type { Fetch } from '../../options.js';
import { MAX_RESPONSE_BYTES } from '../buffered-response.js';
import { carryTransport, type SendProgress, type Transport } from '../transport.js';
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

type Header = readonly [lowercase: string, value: string];

/** Creates a `fetch` over an undici dispatcher, for the requests that the client sends. */
export function createUndiciFetch(dispatcher: Dispatcher, { isOwn, userAgent }: Sending): Fetch {
  const defaults: readonly Header[] = [
    ['accept-encoding', ACCEPTED_CODINGS],
    ['user-agent', userAgent],
    // As the global `fetch` sends them with `cache: 'no-store'`, since what a cache holds can be out of date.
    ['cache-control', 'no-cache'],
    ['pragma', 'no-cache'],
  ];
  const transport: Transport = (url, { method, body, headers }, cancellation, maxBytes, progress) =>
    new Promise((resolve, reject) => {
      progress.via = isOwn ? 'own' : 'given';
      progress.sent = 'no';
      if (cancellation.reason !== undefined) throw cancellation.reason;
      if (typeof body !== 'string' && body) throw new TypeError('A body must be a string.');
      const { origin, pathname, search } = new URL(url);
      const handler = new DispatchHandler({ url, method, maxBytes, progress }, cancellation, {
        resolve,
        reject,
      });
      const allHeaders = withDefaults(headers, defaults);
      if (!isOwn) progress.sent = 'maybe';
      try {
        dispatcher.dispatch(
          {
            origin,
            path: pathname + search,
            method,
            body,
            headers: isOwn ? allHeaders : toRecord(allHeaders),
            // The client limits the time itself; the limits of undici could be shorter.
            headersTimeout: 0,
            bodyTimeout: 0,
            // The redirect interceptor of a given dispatcher would send credentials and cards to another origin. The
            // types do not have it.
            maxRedirections: 0,
          } as Dispatcher.DispatchOptions,
          handler,
        );
      } catch (cause) {
        // Undici reports errors to the handler, but dispatchers around it may throw.
        handler.fail(cause);
      }
    });
  const fetch: Fetch = async (url, { method = 'GET', body = null, headers, signal }) => {
    // Headers of any realm and of other packages, pairs, or a record: the platform reads all of them.
    const request = { method, body, headers: Object.fromEntries(new Headers(headers)) };
    const progress: SendProgress = { sent: 'maybe', via: 'given' };
    return transport(url, request, cancellationOf(signal), MAX_RESPONSE_BYTES, progress);
  };
  return carryTransport(fetch, transport);
}

/**
 * Returns names and values in turn, with the default headers that the request does not have, in any case. A list,
 * because undici reads a record that gained two fields 2 µs slower.
 */
function withDefaults(headers: Readonly<Record<string, string>>, defaults: readonly Header[]): string[] {
  const names = Object.keys(headers);
  const all: string[] = [];
  for (const name of names) all.push(name, headers[name] as string);
  for (const [lowercase, value] of defaults) {
    if (!names.some((name) => isNamed(name, lowercase))) all.push(lowercase, value);
  }
  return all;
}

function isNamed(name: string, lowercase: string): boolean {
  return name.length === lowercase.length && name.toLowerCase() === lowercase;
}

/** Returns a record, which dispatchers around another one expect and add headers of their own to. */
function toRecord(list: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at < list.length; at += 2) record[list[at] as string] = list[at + 1] as string;
  return record;
}

function cancellationOf(signal: AbortSignal | null | undefined): Cancellation<unknown> {
  return {
    reason: signal?.aborted ? signal.reason : undefined,
    onCancel: (callback) => (signal ? onAbort(signal, () => callback(signal.reason)) : () => {}),
  };
}
