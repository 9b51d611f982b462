import { Agenda } from './agenda.js';
import { Faults } from './faults.js';
import { IdempotencyKeys } from './idempotency.js';
import { Ledger } from './ledger.js';
import type { Desk } from './payments/desk.js';
import { PaymentStore } from './payments/store.js';
import { createRandom, type Random } from './random.js';
import { RequestLog } from './requests.js';
import { Tokens } from './tokens.js';

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
