import { createRandom, type Random } from '../lib/random.js';
import type { ResolvedOptions } from '../options.js';
import { Ledger, type LifecycleContext } from '../payments/ledger.js';
import { PaymentStore } from '../payments/payment-store.js';
import { Scheduler } from '../payments/scheduler.js';
import type { AccessTokens } from './access-tokens.js';
import type { Clock } from './clock.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { PendingFaults } from './pending-faults.js';
import { RequestLog } from './request-log.js';

/** Generators of identifiers, each with a sequence of its own. */
export interface Sequences {
  /** Generates the identifiers of payments, sources and actions. */
  readonly random: Random;
  /** Generates the ids of requests. */
  readonly requestRandom: Random;
  /**
   * Generates the ids of token requests. It is a sequence apart from the others, so that these do not depend on
   * whether a client still has a token from before a reset.
   */
  readonly tokenRequestRandom: Random;
}

/** All state. A reset replaces all of it, apart from the tokens, and without a seed apart from the sequences. */
export interface SandboxState extends LifecycleContext, Sequences {
  readonly payments: PaymentStore;
  readonly tokens: AccessTokens;
  readonly keys: IdempotencyKeys;
  readonly faults: PendingFaults;
  readonly requests: RequestLog;
}

/** The parts of the sandbox that every request uses. */
export interface SandboxContext {
  readonly state: SandboxState;
  readonly options: ResolvedOptions;
  readonly clock: Clock;
}

/** The streams of random numbers, each a sequence apart. */
export const STREAMS = { identifiers: 0, requests: 1, tokenRequests: 2, tokens: 3 } as const;

/** Starts the sequences of a seed. */
export function startSequences(seed: number): Sequences {
  return {
    random: createRandom(seed, STREAMS.identifiers),
    requestRandom: createRandom(seed, STREAMS.requests),
    tokenRequestRandom: createRandom(seed, STREAMS.tokenRequests),
  };
}

/**
 * Creates an empty state.
 * @param sequences Those that its identifiers come from.
 * @param tokens The tokens that are valid from the start.
 */
export function createState(
  { random, requestRandom, tokenRequestRandom }: Sequences,
  tokens: AccessTokens,
): SandboxState {
  return {
    random,
    requestRandom,
    tokenRequestRandom,
    scheduler: new Scheduler(),
    ledger: new Ledger(random),
    payments: new PaymentStore(),
    tokens,
    keys: new IdempotencyKeys(),
    faults: new PendingFaults(),
    requests: new RequestLog(),
  };
}
