import { linesOf } from '../lib/error-cause.js';

/** A connection that failed before anything was sent on it, as Node reports it. */
const NOT_CONNECTED = /^\["(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)"|,"connect",/m;

/** A connection that was never possible: the certificate is not accepted, or the server does not speak TLS. */
const NOT_POSSIBLE =
  /^\["(CERT_|DEPTH_|SELF_|UNABLE_|INVALID_[CP]|HOSTNAME_|ERR_TLS_CERT|ERR_SSL_WRONG_V)|TLS handshake failed|peer certificate/m;

/** A port that fetch refuses (Fetch standard, "bad port"), as Node and Deno report it. */
const REFUSED_PORT = /"bad port"|port \d+ are blocked/m;

/** A transport that was closed, before the request or while it was in progress. */
const CLOSED = /^\["UND_ERR_(CLOSED|DESTROYED)"/m;

/** What the `fetch` of Node loads. No other one is known never to repeat a request by itself. */
const NODE_FETCH = "require('internal/deps/undici/undici')";

/** What that of Deno loads. */
const DENO_FETCH = 'lazyFetch()';

/** The global `fetch`, and what it sends through: a program can replace them while a request is in progress. */
export interface GlobalSender {
  readonly fetch: unknown;
  /** Undefined until the `fetch` of Node creates its own. */
  readonly dispatcher: Dispatcher | undefined;
  readonly dispatch: unknown;
}

/** Reads what the next request goes through. */
export function readGlobalSender(): GlobalSender {
  const { fetch } = globalThis;
  const globals = globalThis as Readonly<Record<symbol, Dispatcher | undefined>>;
  const dispatcher =
    globals[Symbol.for('undici.globalDispatcher.2')] ?? globals[Symbol.for('undici.globalDispatcher.1')];
  return { fetch, dispatcher, dispatch: dispatcher?.dispatch };
}

/**
 * Whether a request failed before anything was sent, by the error of the global `fetch`.
 *
 * @param sender What it went through.
 */
export function isNeverSent(error: unknown, sender: GlobalSender): boolean {
  const lines = linesOf(error);
  // Fetch looks at the port first, so no request with the port was ever sent.
  if (REFUSED_PORT.test(lines)) return isFetchOf(NODE_FETCH, sender) || isFetchOf(DENO_FETCH, sender);
  return sendsOnce(sender) && (NOT_CONNECTED.test(lines) || NOT_POSSIBLE.test(lines));
}

/** Whether `fetch` refused the port of a request. */
export function isPortRefused(error: unknown): boolean {
  return REFUSED_PORT.test(linesOf(error));
}

/** Whether a request failed for a reason that the next one would fail for as well. */
export function isPermanent(error: unknown): boolean {
  const lines = linesOf(error);
  return [NOT_POSSIBLE, REFUSED_PORT, CLOSED].some((reason) => reason.test(lines));
}

/**
 * Whether the global `fetch` sends each request once, so that a refused connection means that nothing was sent.
 * Deno, Bun and browsers send it again when a reused connection breaks, and only show how the last one failed. A
 * program can replace `fetch`, or set a dispatcher on Node, by something that does the same.
 */
function sendsOnce(sender: GlobalSender): boolean {
  return isFetchOf(NODE_FETCH, sender) && isDispatchedOnce(sender);
}

function isFetchOf(inside: string, { fetch }: GlobalSender): boolean {
  // Not the method of the function, which can say anything.
  const text = Function.prototype.toString.call(fetch);
  return text.startsWith('function fetch(') && text.includes(inside);
}

function isDispatchedOnce({ dispatcher, dispatch }: GlobalSender): boolean {
  if (!dispatcher) return true;
  const type = dispatcher.constructor;
  const read = (name: string) => {
    const symbol = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === name);
    return symbol && Object(dispatcher[symbol]);
  };
  return (
    // Only an agent shows whether there is something of the program in it: a proxy hides how it connects.
    type.name === 'Agent' &&
    Object.getPrototypeOf(type).name === 'DispatcherBase' &&
    dispatch === type.prototype.dispatch &&
    // An agent can create its connections by a function of the program, and interceptors can repeat requests.
    read('factory')?.name === 'defaultFactory' &&
    !read('options')?.interceptors
  );
}

/** A dispatcher of undici. */
interface Dispatcher {
  readonly dispatch?: unknown;
  readonly [internal: symbol]: unknown;
}
