import type { Fetch } from './options.js';
import { type Ending, signalOf } from './scope.js';

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
 * Sends a request by whatever `fetch` there is. Only our own does without a signal, which takes long to make;
 * one that wraps ours gets a signal like any other, since nobody knows what it does with its init.
 */
export function transmit(
  fetch: Fetch & { readonly [TRANSPORT]?: Transport },
  url: string,
  content: Content,
  ending: Ending,
): Promise<Response> {
  const transport = fetch[TRANSPORT];
  if (transport) return transport(url, content, ending);
  const { method, body, headers } = content;
  // A redirect would carry credentials and card data to wherever it points.
  return fetch(url, { method, body, headers, redirect: 'manual', signal: signalOf(ending) });
}
