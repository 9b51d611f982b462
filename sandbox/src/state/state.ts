import { createRandom, type Random } from '../lib/random.js';
import type { ResolvedOptions } from '../options.js';
import { Ledger, type LifecycleContext } from '../payments/ledger.js';
import { PaymentStore } from '../payments/payment-store.js';
import { Scheduler } from '../payments/scheduler.js';
import { AccessTokens } from './access-tokens.js';
import type { Clock } from './clock.js';
import { PendingFaults } from './faults.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { RequestLog } from './request-log.js';

/** All state that a reset clears. */
export interface SandboxState extends LifecycleContext {
  readonly random: Random;
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

export function createState(seed: number): SandboxState {
  const random = createRandom(seed);
  return {
    random,
    scheduler: new Scheduler(),
    ledger: new Ledger(random),
    payments: new PaymentStore(),
    tokens: new AccessTokens(random),
    keys: new IdempotencyKeys(),
    faults: new PendingFaults(),
    requests: new RequestLog(),
  };
}
