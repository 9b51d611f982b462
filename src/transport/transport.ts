import type { Cancellation } from '../lib/cancellation.js';
import type { Platform } from '../lib/platform.js';
import type { Fetch } from '../options.js';
import { createAbortControllerPool } from './abort-controller-pool.js';
import { type BufferedResponse, bufferResponse } from './buffered-response.js';

/** A request as it goes to a transport. */
export interface OutgoingRequest {
  readonly method: string;
  readonly body: Exclude<RequestInit['body'], undefined>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a request and returns its response, unless it is cancelled first. */
export type Transport = (
  url: string,
  request: OutgoingRequest,
  cancellation: Cancellation<unknown>,
) => Promise<Response>;

/** The property in which a `fetch` of this package carries its transport, which needs no AbortSignal. */
export const TRANSPORT = Symbol('transport');

/** A `fetch`, which may be one of this package. */
export type AnyFetch = Fetch & { readonly [TRANSPORT]?: Transport };

/** Sends a request and reads all of its response. */
export type FetchBuffered = (
  url: string,
  request: OutgoingRequest,
  cancellation: Cancellation<unknown>,
) => Promise<BufferedResponse>;

/**
 * Sends through the given `fetch`, else through the global one. Only a transport of this package does without an
 * AbortSignal; a function that wraps it gets one, since what it does with its init is unknown. Signals take long
 * to create, so those for the global `fetch` serve as many requests as the platform allows. Any other `fetch`
 * may keep them and gets a new one each time.
 */
export function createFetchBuffered(
  { requestsPerSignal }: Platform,
  given: AnyFetch | undefined,
): FetchBuffered {
  const pool = createAbortControllerPool(given ? 1 : requestsPerSignal);
  return (url, request, cancellation) => {
    // Looked up for each request, so that a global fetch that is replaced later, by a tracer for instance, is used.
    const fetch: AnyFetch = given ?? globalThis.fetch;
    const transport = fetch[TRANSPORT];
    if (transport) return bufferResponse(transport(url, request, cancellation));
    return new Promise((resolve, reject) => {
      const { method, body, headers } = request;
      const pooled = pool.acquire();
      const { controller } = pooled;
      const removeCallback = cancellation.onCancel((reason) => {
        controller.abort(reason);
        // Not left to the fetch: one that ignores its signal must not hold the caller.
        reject(reason);
      });
      // A redirect would carry credentials and card data to wherever it points.
      const init = { method, body, headers, redirect: 'manual', signal: controller.signal } as const;
      bufferResponse(fetch(url, init)).then((response) => {
        // First, or the cancellation of this request could abort the next one of its controller.
        removeCallback();
        pool.release(pooled);
        resolve(response);
      }, reject);
    });
  };
}
