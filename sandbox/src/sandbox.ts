import type { ChallengeOutcome } from './payments/challenge.js';
import type { LedgerEntry } from './payments/ledger.js';
import type { Clock } from './state/clock.js';
import type { Fault } from './state/faults.js';
import type { RequestEntry } from './state/request-log.js';

/** The credentials of the sandbox's only client, to spread into `createClient`. */
export interface Credentials {
  /** The access key that `createClient` takes as `clientId`. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scope of tokens. The sandbox accepts any. */
  readonly scope: string;
  /** What signs refunds and reversals. */
  readonly signing: { readonly siteIdentifier: string; readonly secret: string };
}

/** The address to listen on. */
export interface ListenOptions {
  /**
   * The port; 0 for any free one. `fetch` and browsers refuse some, such as 6000 (https://fetch.spec.whatwg.org/#port-blocking).
   * @default 0
   */
  readonly port?: number;
  /**
   * The host name or address of the interface. By default only this machine can connect.
   * @default '127.0.0.1'
   */
  readonly host?: string;
  /**
   * Further host names that requests may be sent to, such as the name of a container: `['sandbox']`. One that
   * begins with a dot allows all names that end in it. Addresses, `localhost` and `host` are always allowed. Other
   * names get a 403, because any web page can point its name at this machine.
   * @default []
   */
  readonly allowedHosts?: readonly string[];
  /**
   * The origins of web pages that may send requests, such as `['http://localhost:5173']`.
   * @default []
   */
  readonly cors?: readonly string[];
}

/** An HTTP server of a sandbox. */
export interface Server {
  /** The base URL, such as `http://127.0.0.1:4010`. One that listens on all addresses has that of the loopback. */
  readonly url: string;
  /** Stops listening and closes all connections. */
  close(): Promise<void>;
}

/** A payments API in this process, with controls over it. */
export interface Sandbox {
  /** What `createClient` needs apart from `baseUrl` and `fetch`. */
  readonly credentials: Credentials;
  /**
   * A `fetch` that never opens a socket. It ignores the host of the URL.
   * @throws TypeError when the URL is not valid, and with a `cause` of the code `ECONNRESET` when a fault loses the
   *   connection; the reason of the signal when that aborts. The promise rejects with it, as that of any `fetch` does.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Serves the sandbox over HTTP. The promise rejects with what is thrown.
   * @throws TypeError when an option is wrong or unknown; the message names the option. Error of Node.js when it cannot
   *   listen, for example with the code `EADDRINUSE`.
   */
  listen(options?: ListenOptions): Promise<Server>;
  /** Its time, which `advance` moves on. */
  readonly clock: Clock;
  /** What is to go wrong with the next requests. */
  readonly faults: {
    /**
     * Injects a fault into one of the next requests that would succeed.
     * @throws TypeError when a field of the fault is wrong; the message names the field.
     */
    inject(fault: Fault): void;
    /** Removes the faults that are still pending. Requests that a fault made late still arrive. */
    clear(): void;
  };
  /** The access tokens that it issued. */
  readonly tokens: {
    /** Revokes all tokens: from now on, requests with them get a 401. */
    revokeAll(): void;
  };
  /** The payments that wait for their payer. */
  readonly challenges: {
    /**
     * Completes the payer's part of a pending payment, like the page behind its `redirect` link.
     * @param id The identifier of the payment or of its session.
     * @param outcome Default `authorized`. The processor can still decline the payment by its amount.
     * @throws TypeError when no payment with this id waits for its payer, and when `outcome` is none of the four.
     */
    complete(id: string, outcome?: ChallengeOutcome): void;
  };
  /** Returns every effect on money, in order. */
  ledger(): LedgerEntry[];
  /** Returns the requests that the sandbox received, in order: the last 100,000. */
  requests(): RequestEntry[];
  /**
   * Removes all payments, keys, faults, late requests and logs, takes back all advances of the clock, and restores the
   * options that `PATCH /_sandbox/options` changed. Tokens stay valid for the time that they had left; to revoke them,
   * call `tokens.revokeAll()`. No token is issued a second time, and without a seed no identifier is. So a client can be
   * created once for many tests, in which its own keys have to differ: it remembers its writes over a reset.
   *
   * With a seed, the sequence of identifiers starts again, with those that a client has seen: create one for each test.
   * @param options.seed A new seed of the identifiers from now on. It does not stop the clock: only a `seed` of
   *   `createSandbox` does. By default, a seed that was given before stays.
   * @throws TypeError when the seed is not an integer, or an option is unknown.
   */
  reset(options?: { readonly seed?: number }): void;
}
