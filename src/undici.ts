import type { Dispatcher } from 'undici';
import { configError } from './errors.js';
import type { Fetch } from './options.js';
import { fetchOver } from './transport/undici/fetch.js';

const { Agent } = await loadUndici();

/** How requests are sent. */
export interface UndiciTransportOptions {
  /**
   * How many connections are open to one origin at most; further requests wait for one to be free, and
   * their time runs meanwhile.
   * @default no limit: as many as there are requests at once, like the global fetch
   */
  readonly connections?: number | undefined;
  /** What sends the requests instead of connections of its own: a ProxyAgent, or an Agent set up by you. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** A `fetch` for the client, to be closed when it is of no more use. */
export interface UndiciTransport extends Fetch {
  /**
   * Waits for the requests that are under way, then closes the connections; what is sent later fails. A
   * program may end without it. A dispatcher of your own stays open.
   */
  close(): Promise<void>;
}

/**
 * Makes a `fetch` that sends requests through undici and does without what a payments client has no use
 * for. It keeps connections alive, sends one request at a time on each, and follows no redirect. Bodies
 * are texts. Compressed responses are not asked for; gzip and deflate are read all the same.
 *
 * It fails as the global `fetch` does: with the reason of the signal when that is aborted, else with a
 * TypeError whose `cause` has the code. Its time is limited by the signal alone, but for 10 s to connect.
 *
 * @throws LddPayError of kind `config` for `connections` that is no whole number from 1 on, or that is
 *   given together with `dispatcher`.
 */
export function undiciTransport({ connections, dispatcher }: UndiciTransportOptions = {}): UndiciTransport {
  if (connections !== undefined && dispatcher) {
    throw configError('`connections` is for the transport itself: give it to your `dispatcher` instead.');
  }
  if (connections !== undefined && !(Number.isSafeInteger(connections) && connections > 0)) {
    throw configError('`connections` must be a whole number of at least 1.');
  }
  if (dispatcher) return Object.assign(fetchOver(dispatcher), { close: async () => {} });
  const agent = new Agent({ connections: connections ?? null, pipelining: 1 });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= agent.close();
    return closed;
  };
  return Object.assign(fetchOver(agent), { close });
}

async function loadUndici() {
  // Has the platform load its own first: the first one to be loaded serves the global `fetch`.
  new Headers();
  try {
    return await import('undici');
  } catch (cause) {
    throw new Error('lddpay/undici needs undici: npm install undici', { cause });
  }
}
