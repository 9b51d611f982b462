import type { Fault } from 'lddpay-sandbox';
import { drawInteger, drawWeighted, type Random } from '../orders/random.js';

/** What the proxy does to a request or its response. */
export type Interruption =
  /** The connection is reset before anything is forwarded. */
  | { readonly at: 'request'; readonly effect: 'reset' }
  /** The first bytes of the request are forwarded, then both connections are reset. */
  | { readonly at: 'request'; readonly effect: 'cut'; readonly part: number }
  /** The request arrives when the client has long given up. Its response is lost. */
  | { readonly at: 'request'; readonly effect: 'late'; readonly ms: number }
  /** The connection is half open: nothing of the response arrives, and nothing says so. */
  | { readonly at: 'response'; readonly effect: 'silence' }
  /** The first bytes of the response arrive, then the connection is reset. */
  | { readonly at: 'response'; readonly effect: 'reset'; readonly bytes: number }
  /** The first bytes of the response arrive, then the connection is closed. */
  | { readonly at: 'response'; readonly effect: 'truncate'; readonly bytes: number }
  | { readonly at: 'response'; readonly effect: 'delay'; readonly ms: number };

/** What strikes a request: an interruption by the proxy, a fault of the sandbox, or that its tokens are revoked. */
export type Strike =
  | { readonly by: 'proxy'; readonly interruption: Interruption }
  | { readonly by: 'sandbox'; readonly fault: Fault }
  | { readonly by: 'revocation' };

const PAGE = '<!doctype html><html><head><title>Gateway</title></head><body><h1>Gateway</h1></body></html>';

/** The statuses of gateways, which keep a request from the API, or fail when it has responded. */
const STATUSES = [401, 403, 429, 500, 502, 503, 503, 504];

const STRIKES: readonly (readonly [weight: number, draw: (random: Random) => Strike])[] = [
  [6, () => interrupt({ at: 'request', effect: 'reset' })],
  [5, (random) => interrupt({ at: 'request', effect: 'cut', part: random() })],
  [5, (random) => interrupt({ at: 'request', effect: 'late', ms: drawInteger(random, 400, 3_000) })],
  [7, () => interrupt({ at: 'response', effect: 'silence' })],
  [7, (random) => interrupt({ at: 'response', effect: 'reset', bytes: drawInteger(random, 0, 500) })],
  [7, (random) => interrupt({ at: 'response', effect: 'truncate', bytes: drawInteger(random, 1, 500) })],
  [7, (random) => interrupt({ at: 'response', effect: 'delay', ms: drawInteger(random, 50, 600) })],
  [5, () => inject({ effect: 'drop-before' })],
  [8, () => inject({ effect: 'drop-after' })],
  [5, () => inject({ effect: 'stall-body' })],
  [5, () => inject({ effect: 'truncate-body' })],
  [4, () => inject({ effect: 'in-flight' })],
  [5, (random) => inject({ effect: 'delay', ms: drawInteger(random, 50, 900) })],
  [4, (random) => inject({ effect: 'late', ms: drawInteger(random, 50, 3_000) })],
  [4, (random) => inject({ effect: 'twice', ms: drawInteger(random, 0, 3_000) })],
  [4, () => inject({ effect: 'short-body' })],
  [20, (random) => drawGatewayResponse(random, 'status')],
  [10, (random) => drawGatewayResponse(random, 'status-after')],
  [1, () => ({ by: 'revocation' })],
];

/** Draws what strikes a request. */
export function drawStrike(random: Random): Strike {
  return drawWeighted(random, STRIKES)(random);
}

function drawGatewayResponse(random: Random, effect: 'status' | 'status-after'): Strike {
  const status = STATUSES[drawInteger(random, 0, STATUSES.length - 1)] ?? 503;
  return inject({ effect, status, headers: { 'Content-Type': 'text/html' }, body: PAGE });
}

function interrupt(interruption: Interruption): Strike {
  return { by: 'proxy', interruption };
}

function inject(fault: Fault): Strike {
  return { by: 'sandbox', fault };
}
