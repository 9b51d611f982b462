import type { Desk } from '../payments/desk.js';
import { Ledger } from '../payments/ledger.js';
import { PaymentStore } from '../payments/payment-store.js';
import { Agenda } from '../payments/scheduler.js';
import { createRandom, type Random } from '../shared/random.js';
import { Tokens } from './access-tokens.js';
import { Faults } from './faults.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { RequestLog } from './request-log.js';

/** Everything that a reset empties. */
export interface World extends Desk {
  readonly random: Random;
  readonly payments: PaymentStore;
  readonly tokens: Tokens;
  readonly keys: IdempotencyKeys;
  readonly faults: Faults;
  readonly requests: RequestLog;
}

export function createWorld(seed: number): World {
  const random = createRandom(seed);
  return {
    random,
    agenda: new Agenda(),
    ledger: new Ledger(random),
    payments: new PaymentStore(),
    tokens: new Tokens(random),
    keys: new IdempotencyKeys(),
    faults: new Faults(),
    requests: new RequestLog(),
  };
}
