import type { Random } from '../shared/random.js';
import { statusOf, type Totals } from './balances.js';
import type { Action, ActionType, Payment } from './payment.js';
import { APPROVED } from './processor.js';

/** An effect on money. */
export interface LedgerEntry {
  readonly actionId: string;
  readonly paymentId: string;
  readonly type: ActionType;
  /** In the minor currency unit. */
  readonly amount: number;
  readonly currency: string;
  /** The key of the request that caused it. */
  readonly idempotencyKey?: string;
  /** When it took effect, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** What is said of an action besides what it does, to what and when. */
export type ActionDetails = Partial<
  Pick<Action, 'id' | 'outcome' | 'authorizationType' | 'reference' | 'metadata'>
> & { readonly idempotencyKey?: string | undefined };

const TOTAL_OF: Partial<Record<ActionType, keyof Totals>> = {
  Authorization: 'authorized',
  Void: 'voided',
  Capture: 'captured',
  Refund: 'refunded',
};

interface Effect {
  readonly payment: Payment;
  readonly action: Action;
  readonly idempotencyKey: string | undefined;
}

/** Where every action is recorded: on its payment and, if it moved money, in the order of all. */
export class Ledger {
  /** What moved money, in order; made into entries when somebody asks. */
  readonly #effects: Effect[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  entries(): LedgerEntry[] {
    return this.#effects.map(entryOf);
  }

  newActionId(): string {
    return this.#random.id('act_');
  }

  /** Records an action; its payment's totals and status follow, unless it was declined or is of nothing. */
  record(payment: Payment, type: ActionType, amount: number, at: number, details: ActionDetails): Action {
    const { idempotencyKey, ...rest } = details;
    const action: Action = {
      outcome: APPROVED,
      ...rest,
      id: rest.id ?? this.newActionId(),
      type,
      amount,
      at,
    };
    payment.actions.push(action);
    if (!action.outcome.approved || amount === 0) return action;
    const total = TOTAL_OF[type];
    if (total) {
      payment.totals = { ...payment.totals, [total]: payment.totals[total] + amount };
      payment.status = statusOf(payment.totals);
    }
    this.#effects.push({ payment, action, idempotencyKey });
    return action;
  }
}

function entryOf({ payment, action, idempotencyKey }: Effect): LedgerEntry {
  return {
    actionId: action.id,
    paymentId: payment.id,
    type: action.type,
    amount: action.amount,
    currency: payment.order.currency,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    at: action.at,
  };
}
