import { type Answer, receive } from './answer.js';
import type { Fetch } from './options.js';
import type { Ending } from './scope.js';

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

/**
 * Sends a request by whatever `fetch` there is, and reads the whole of its response. Only our own does without
 * a signal, which takes long to make; one that wraps ours gets a signal like any other, since nobody knows what
 * it does with its init.
 */
export function transmit(
  fetch: Fetch & { readonly [TRANSPORT]?: Transport },
  url: string,
  content: Content,
  ending: Ending<unknown>,
): Promise<Answer> {
  const transport = fetch[TRANSPORT];
  return transport
    ? receive(transport(url, content, ending))
    : transmitWithSignal(fetch, url, content, ending);
}

function transmitWithSignal(
  fetch: Fetch,
  url: string,
  { method, body, headers }: Content,
  ending: Ending<unknown>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const { signal } = controller;
    ending.onEnd((reason) => {
      controller.abort(reason);
      // Not left to the fetch: one that ignores its signal must not hold the caller.
      reject(reason);
    });
    // A redirect would carry credentials and card data to wherever it points.
    receive(fetch(url, { method, body, headers, redirect: 'manual', signal })).then(resolve, reject);
  });
}
