import type { Cancellation } from '../lib/cancellation.js';
import { defineProperty } from '../lib/define-property.js';
import type { Platform } from '../lib/platform.js';
import type { Fetch } from '../options.js';
import { type BufferedResponse, bufferResponse, createReadText } from './buffered-response.js';

/** A request as it goes to a transport. */
export interface OutgoingRequest {
  readonly method: string;
  readonly body: Exclude<RequestInit['body'], undefined>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is known of a request that is being sent. The caller creates it, and whoever sends keeps it up to date. */
export interface SendProgress {
  /** Whether the request may have been sent, in part at least. `no` only while it is known that it was not. */
  sent: 'no' | 'maybe';
  /**
   * What sends it: connections of this package, the global `fetch`, or a `fetch` or dispatcher that was given. The
   * last may send a request several times, so that the code of its error says nothing about the others. `nothing` where
   * there is no `fetch` at all.
   */
  via: 'own' | 'global' | 'given' | 'nothing';
}

/**
 * Sends a request and returns its response, unless it is cancelled first.
 *
 * @param maxBytes How long the body may be, both as it arrives and decoded.
 */
export type Transport = (
  url: string,
  request: OutgoingRequest,
  cancellation: Cancellation<unknown>,
  maxBytes: number,
  progress: SendProgress,
) => Promise<Response>;

/** An AbortController that serves several requests, one after another. */
interface PooledController {
  readonly controller: AbortController;
  /** How many requests it has served. */
  requests: number;
}

/**
 * How many requests a signal serves on Node: its fetch leaves a listener on the signal for each of them until
 * garbage is collected, and Node warns of too many. Elsewhere, a signal serves one: on Workers, it belongs to the
 * request that it was created in.
 */
const REQUESTS_PER_SIGNAL = 10;

/** How many idle controllers are kept, so that a burst of calls leaves no more than that behind. */
const MAX_IDLE = 100;

/**
 * The property in which a `fetch` of this package carries its transport, which needs no AbortSignal. Global, as that
 * of the core is.
 */
const TRANSPORT = Symbol.for('lddpay.transport');

/** A `fetch`, which may be one of this package. */
type AnyFetch = Fetch & {
  readonly [TRANSPORT]?: { readonly fetch: Fetch; readonly transport: Transport };
};

/** Makes a `fetch` carry a transport. */
export function carryTransport<F extends Fetch>(fetch: F, transport: Transport): F {
  return defineProperty(fetch, TRANSPORT, { value: { fetch, transport } });
}

/**
 * Returns the transport of a `fetch`; undefined where it has none of its own: a proxy, a copy of the properties and an
 * object that inherits from it show that of the `fetch` that they wrap, and it would go past them.
 */
export function transportOf(fetch: AnyFetch): Transport | undefined {
  const carried = fetch[TRANSPORT];
  return carried?.fetch === fetch ? carried.transport : undefined;
}

/** Sends a request and reads all of its response. */
export type FetchBuffered = (
  url: string,
  request: OutgoingRequest,
  cancellation: Cancellation<unknown>,
  progress: SendProgress,
) => Promise<BufferedResponse>;

/**
 * Sends through the given `fetch`, else through the global one. Only a transport of this package does without an
 * AbortSignal; a function that wraps it gets one, since what it does with its init is unknown. Signals take long
 * to create, so those for the global `fetch` of Node serve several requests. Any other `fetch` may keep them and
 * gets a new one each time.
 *
 * @param maxBytes How long the body of a response may be.
 */
export function createFetchBuffered(
  { isNode }: Platform,
  given: Fetch | undefined,
  maxBytes: number,
): FetchBuffered {
  const maxRequests = isNode && !given ? REQUESTS_PER_SIGNAL : 1;
  const idle: PooledController[] = [];
  const readWithin = createReadText(maxBytes);
  return (url, request, cancellation, progress) => {
    // Looked up for each request, so that a global fetch that is replaced later, by a tracer for instance, is used.
    const fetch: Fetch | undefined = given ?? globalThis.fetch;
    if (!fetch) {
      progress.via = 'nothing';
      return Promise.reject();
    }
    const transport = transportOf(fetch);
    if (transport) {
      // It keeps to the limit itself, and reads a body that has arrived without a stream.
      const pending = transport(url, request, cancellation, maxBytes, progress);
      return bufferResponse(pending, (one) => one.text(), cancellation);
    }
    return new Promise((resolve, reject) => {
      const pooled = idle.pop() ?? { controller: new AbortController(), requests: 0 };
      const { signal } = pooled.controller;
      progress.via = given ? 'given' : 'global';
      progress.sent = 'no';
      const removeCallback = cancellation.onCancel((reason) => {
        pooled.controller.abort(reason);
        // Not left to the fetch: one that ignores its signal must not hold the caller.
        reject(reason);
      });
      if (signal.aborted) return;
      // A redirect would carry credentials and card data to wherever it points.
      const init: RequestInit = { ...request, redirect: 'manual', signal };
      // What a cache holds can be out of date. Not everywhere, since runtimes without caches throw, and where a `fetch`
      // is given, there may be no Request.
      if ('cache' in (globalThis.Request?.prototype ?? {})) init.cache = 'no-store';
      progress.sent = 'maybe';
      bufferResponse(fetch(url, init), readWithin).then((response) => {
        // First, or the cancellation of this request could abort the next one of its controller.
        removeCallback();
        pooled.requests += 1;
        if (pooled.requests < maxRequests && !signal.aborted && idle.length < MAX_IDLE) idle.push(pooled);
        resolve(response);
      }, reject);
    });
  };
}
