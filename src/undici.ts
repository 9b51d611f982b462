import { createUndiciFetch } from './transport/undici/fetch.js';

// In this order: the import above makes the platform load its own copy of undici first.

import { Agent, type Dispatcher } from 'undici';
import { configError } from './errors.js';
import { matches, mustBe, requireInteger, requireNames, requireOptionalObject } from './lib/checks.js';
import type { Fetch } from './options.js';
import { VERSION } from './version.js';

/** The options of {@link undiciTransport}. */
export interface UndiciTransportOptions {
  /**
   * The maximum number of open connections to one origin, at least 1. Further requests wait for a free
   * connection, and the wait counts towards `attemptTimeout`.
   * @default no limit: one connection for each concurrent request, like the global `fetch`
   */
  readonly connections?: number | undefined;
  /**
   * Sends the requests: a ProxyAgent, or an Agent that you configured. A Client or Pool of undici is refused, since it
   * sends everything to its own host, tokens and cards for others too. Put none into another dispatcher either.
   * @default an Agent of the transport
   */
  readonly dispatcher?: Dispatcher | undefined;
  /**
   * Names your application in the User-Agent, after the name and version of this package: visible ASCII, with
   * single spaces inside.
   * @default none: `lddpay/` and the version
   * @example
   * undiciTransport({ application: 'shop/1.2' }); // User-Agent: lddpay/0.1.0 shop/1.2
   */
  readonly application?: string | undefined;
}

/** A `fetch` for the client. Close it when you no longer need it. */
export interface UndiciTransport extends Fetch {
  /**
   * Waits for the requests in progress, then closes the connections. Later requests fail. A program can end
   * without calling it. Your own dispatcher stays open.
   */
  close(): Promise<void>;
}

/** Words of visible ASCII (RFC 9110, section 5.5), separated by spaces. */
const PRINTABLE = /^[!-~]+( [!-~]+)*$/;

/**
 * Creates a `fetch` that sends requests through undici and leaves out what a payments client does not need. It
 * keeps connections alive, sends one request at a time on each, and follows no redirects. Request bodies are
 * strings. It asks for responses in gzip, deflate or br, and decodes them. Without the client, it reads bodies of
 * up to 32 MiB. Requires undici 7: `npm install undici@7`.
 *
 * Called without the client, it rejects like the global `fetch`: with the reason of the signal when that aborts, else
 * with a TypeError whose `cause` has the code. Only the signal limits its time, apart from a connect timeout of 10 s.
 * It is stricter with bodies: a compressed one that ends too early or has a coding that it does not know, and one that
 * is shorter than its Content-Length, is an error.
 *
 * @example
 * const lddpay = createClient({ ...optionsFromEnv(process.env), fetch: undiciTransport() });
 * @throws LddPayError of kind `config` when `connections` is not an integer of at least 1 or is combined with
 *   `dispatcher`, when `dispatcher` is no Dispatcher of undici or one for a single host, when `application` cannot stand
 *   in a header, and when an option is not known.
 */
export function undiciTransport(options?: UndiciTransportOptions): UndiciTransport {
  const given = requireOptionalObject('options', options);
  requireNames(given, ['connections', 'dispatcher', 'application']);
  const { connections, dispatcher, application } = given;
  if (connections !== undefined && dispatcher) {
    throw configError('`connections` has no effect with `dispatcher`. Configure your dispatcher instead.');
  }
  if (dispatcher !== undefined && typeof dispatcher?.dispatch !== 'function') {
    throw mustBe('dispatcher', 'a Dispatcher of undici, such as a ProxyAgent');
  }
  if (dispatcher && isForOneHost(dispatcher)) {
    throw mustBe(
      'dispatcher',
      'one for any host, such as an Agent or a ProxyAgent: a Client or Pool sends every request to its own host',
    );
  }
  if (connections !== undefined) requireInteger('connections', connections, 1);
  const userAgent = `lddpay/${VERSION}${application === undefined ? '' : ` ${requirePrintable(application)}`}`;
  if (dispatcher) {
    const fetch = createUndiciFetch(dispatcher, { isOwn: false, userAgent });
    return Object.assign(fetch, { close: async () => {} });
  }
  const agent = new Agent({ connections: connections ?? null, pipelining: 1 });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= agent.close();
    return closed;
  };
  return Object.assign(createUndiciFetch(agent, { isOwn: true, userAgent }), { close });
}

/**
 * Whether a dispatcher of undici ignores the origin of requests. Those that do have a queue of their own. The name of
 * its symbol is the same in every version and copy, also in a minified one and behind `compose()`.
 */
function isForOneHost(dispatcher: Dispatcher): boolean {
  return Object.getOwnPropertySymbols(dispatcher).some(({ description }) => description === 'queue');
}

function requirePrintable(application: unknown): string {
  if (matches(application, PRINTABLE)) return application;
  throw mustBe('application', 'visible ASCII with single spaces inside, such as shop/1.2');
}
