import { linesOf } from '../lib/error-cause.js';

/** A connection that failed before anything was sent on it, as Node, Bun and Deno report it. */
const NOT_CONNECTED =
  /^\["(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)"|,"connect",|client error \(Connect\)/m;

/**
 * A connection that was never possible: the certificate is not accepted, the server does not speak TLS, or fetch
 * refuses the port (Fetch standard, "bad port").
 */
const NOT_POSSIBLE =
  /^\["(CERT_|DEPTH_|SELF_|UNABLE_|INVALID_[CP]|HOSTNAME_|ERR_TLS_CERT|ERR_SSL_WRONG_V)|TLS handshake failed|peer certificate|"bad port"|port \d+ are blocked/m;

/** A transport that was closed, before the request or while it was in progress. */
const CLOSED = /^\["UND_ERR_(CLOSED|DESTROYED)"/m;

/** Whether a request failed before anything was sent, by the error of a `fetch` that sends it once. */
export function isNeverSent(error: unknown): boolean {
  const lines = linesOf(error);
  return NOT_CONNECTED.test(lines) || NOT_POSSIBLE.test(lines);
}

/** Whether a request failed for a reason that the next one would fail for as well. */
export function isPermanent(error: unknown): boolean {
  const lines = linesOf(error);
  return NOT_POSSIBLE.test(lines) || CLOSED.test(lines);
}

/** The `fetch` of a runtime as text: native, or loading what Node or Deno has inside. */
const PLATFORM_FETCH =
  /^function fetch\(.*(\[native code\]|require\('internal\/deps\/undici\/undici'\)|lazyFetch\(\))/s;

/**
 * Whether the global `fetch` sends each request once. A program can replace it, or set a dispatcher on Node, by
 * something that repeats requests and only shows how the last one failed.
 */
export function sendsOnce(): boolean {
  // Not the method of the function, which can say anything.
  return PLATFORM_FETCH.test(Function.prototype.toString.call(fetch)) && isDispatchedOnce();
}

function isDispatchedOnce(): boolean {
  const globals = globalThis as Readonly<Record<symbol, Dispatcher | undefined>>;
  const dispatcher =
    globals[Symbol.for('undici.globalDispatcher.2')] ?? globals[Symbol.for('undici.globalDispatcher.1')];
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
    dispatcher.dispatch === type.prototype.dispatch &&
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
