import type { Client } from 'lddpay';
import type { Intent } from '../orders/lifecycle.js';

/** What the merchant believes of an intent. */
export type Settlement =
  /** It took effect. */
  | {
      readonly state: 'done';
      /** The id of the payment that was charged, or of the action. */
      readonly id?: string | undefined;
      /** False for a charge or an increment that was declined: it moved no money. */
      readonly approved?: boolean | undefined;
      /** True where nothing was left to reverse. */
      readonly empty?: boolean | undefined;
    }
  /** Nothing happened. */
  | { readonly state: 'nothing'; readonly error?: unknown }
  /** It may have happened. */
  | {
      readonly state: 'open';
      readonly error?: unknown;
      /** How long to wait before the next try, in ms: `Infinity` where waiting alone changes nothing. */
      readonly tryAfterMs?: number | undefined;
      /**
       * How many effects a look-up found that may be its own, where only the provider can tell. 0 where it found none
       * and the API refuses the write now, after an attempt whose outcome is unknown. Undefined otherwise: then it
       * should not stay open.
       */
      readonly candidates?: number | undefined;
      /** False where all of these were declined, so that they moved no money. */
      readonly approved?: boolean | undefined;
    };

/** What a merchant keeps with its orders, and still has after a restart. */
export interface KeptFacts {
  get(intent: Intent): object | undefined;
  /** Resolves when the facts survive the end of the process. */
  keep(intent: Intent, facts: object): Promise<void>;
}

/** The code of a merchant, as the documentation says to write it. */
export interface Merchant {
  /** Carries out an intent, or goes on with it. */
  carryOut(intent: Intent, paymentId: string): Promise<Settlement>;
  /** Settles what is open, without being told of an intent. */
  resume?(): AsyncIterable<{ readonly name: string; readonly settlement: Settlement }>;
}

/** What the code of a merchant runs with. */
export interface MerchantTools {
  readonly lddpay: Client<true>;
  readonly facts: KeptFacts;
  /** The URL of the store that its processes share; undefined where there is none. */
  readonly storeUrl: string | undefined;
}

/** A way to write a merchant's code. */
export interface MerchantKind {
  readonly create: (tools: MerchantTools) => Merchant;
  /** Returns the idempotency key of an intent, by which the ledger tells its effects. */
  readonly keyOf: (intent: Intent) => Promise<string>;
  /** Whether its processes share a store. Two workers then carry out the same intents in some lifecycles. */
  readonly needsStore: boolean;
}
