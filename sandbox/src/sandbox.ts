import type { ListenOptions, Server } from './http/server.js';
import type { ChallengeOutcome } from './payments/authorization.js';
import type { LedgerEntry } from './payments/ledger.js';
import type { Clock } from './state/clock.js';
import type { Fault } from './state/faults.js';
import type { RequestEntry } from './state/request-log.js';

/** Credentials that a client of the sandbox needs, to spread into `createClient`. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly signing: { readonly siteIdentifier: string; readonly secret: string };
}

/** A payments API in one process, and the controls over it. */
export interface Sandbox {
  readonly credentials: Credentials;
  /** A `fetch` that never opens a socket. The host of its URLs does not matter. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Opens a port; any free one, on the loopback interface, unless told otherwise. */
  listen(options?: ListenOptions): Promise<Server>;
  readonly clock: Clock;
  readonly faults: {
    /** Lets something go wrong. Throws a TypeError that names what is wrong with the fault itself. */
    inject(fault: Fault): void;
    /** Forgets the faults that are still to come. */
    clear(): void;
  };
  readonly tokens: {
    /** Every token issued so far answers 401 from now on. */
    revokeAll(): void;
  };
  readonly challenges: {
    /**
     * Ends a payer's part of a pending payment, as the page behind its `redirect` link does.
     * @param id The identifier of the payment or of its session.
     * @param outcome Default `authorized`; the processor can still decline by the amount.
     * @throws TypeError when no such payment waits for its payer.
     */
    complete(id: string, outcome?: ChallengeOutcome): void;
  };
  /** Every effect on money, in order. */
  ledger(): LedgerEntry[];
  /** Every request seen, in order. */
  requests(): RequestEntry[];
  /**
   * Back to empty: no payment, token, key, fault or log, and the clock where it was at the start.
   * @param seed Another seed from now on; otherwise the one before begins anew.
   */
  reset(options?: { readonly seed?: number }): void;
}
