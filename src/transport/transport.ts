import type { Ending } from '../lib/deadline.js';
import type { Platform } from '../lib/platform.js';
import type { Fetch } from '../options.js';
import { createControllers } from './abort-controller-pool.js';
import { type Answer, receive } from './buffered-response.js';

/** What a request is made of. */
export interface Content {
  readonly method: string;
  readonly body: BodyInit | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a request and gives the response, unless it ends before. */
export type Transport = (url: string, content: Content, ending: Ending<unknown>) => Promise<Response>;

/** Where a `fetch` of our own has the transport underneath, which needs no AbortSignal. */
export const TRANSPORT = Symbol('transport');

type AnyFetch = Fetch & { readonly [TRANSPORT]?: Transport };

/** Sends a request, and reads the whole of its response. */
export type Transmit = (url: string, content: Content, ending: Ending<unknown>) => Promise<Answer>;

/**
 * Transmits by what is given as `fetch`, else by the global one. Only our own does without a signal; one that
 * wraps ours gets a signal like any other, since nobody knows what it does with its init. Signals take long to
 * make, so those for the global `fetch` serve as many requests as the platform allows. What else is given may
 * keep them, and gets a new one each time.
 */
export function createTransmit({ requestsPerSignal }: Platform, given: AnyFetch | undefined): Transmit {
  const controllers = createControllers(given ? 1 : requestsPerSignal);
  return (url, content, ending) => {
    // Looked up for each request, so that a global fetch that is replaced later, by a tracer for instance, is used.
    const fetch: AnyFetch = given ?? globalThis.fetch;
    const transport = fetch[TRANSPORT];
    if (transport) return receive(transport(url, content, ending));
    return new Promise((resolve, reject) => {
      const { method, body, headers } = content;
      const aborter = controllers.take();
      const { controller } = aborter;
      const forget = ending.onEnd((reason) => {
        controller.abort(reason);
        // Not left to the fetch: one that ignores its signal must not hold the caller.
        reject(reason);
      });
      // A redirect would carry credentials and card data to wherever it points.
      const init = { method, body, headers, redirect: 'manual', signal: controller.signal } as const;
      receive(fetch(url, init)).then((answer) => {
        // First, or the end of this request could abort the next one of its signal.
        forget();
        controllers.giveBack(aborter);
        resolve(answer);
      }, reject);
    });
  };
}
