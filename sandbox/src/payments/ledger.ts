import type { Random } from '../lib/random.js';
import { deriveStatus, type Totals } from './balances.js';
import type { Action, ActionType, Payment } from './payment.js';
import { APPROVED } from './processor.js';
import type { Scheduler } from './scheduler.js';

/** An effect on money. */
export interface LedgerEntry {
  /** The id of the action, as `getPaymentActions` has it. */
  readonly actionId: string;
  /** The id of the payment or payout. */
  readonly paymentId: string;
  /** What was done. */
  readonly type: ActionType;
  /** In the minor currency unit. */
  readonly amount: number;
  /** The code of ISO 4217. */
  readonly currency: string;
  /** The idempotency key of the request that caused the effect. */
  readonly idempotencyKey?: string;
  /** The time of the effect, in ms since the Unix epoch. */
  readonly at: number;
}

/** Details of an action beyond its id, payment, type, amount and time. */
export type ActionDetails = Partial<
  Pick<Action, 'processorResponse' | 'authorizationType' | 'reference' | 'metadata'>
> & { readonly idempotencyKey?: string | undefined };

/** The parts of the sandbox's state that the lifecycle of a payment uses. */
export interface LifecycleContext {
  readonly scheduler: Scheduler;
  readonly ledger: Ledger;
}

const TOTAL_BY_TYPE: Partial<Record<ActionType, keyof Totals>> = {
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

/** Records every action: on its payment and, if it moves money, in the order of all effects. */
export class Ledger {
  /** The effects in order; converted to entries on demand. */
  readonly #effects: Effect[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  entries(): LedgerEntry[] {
    return this.#effects.map(toEntry);
  }

  /** The number of effects. */
  get count(): number {
    return this.#effects.length;
  }

  /** Returns the last effects, newest first. */
  latest(limit: number): LedgerEntry[] {
    return this.#effects.slice(-limit).reverse().map(toEntry);
  }

  newActionId(): string {
    return this.#random.id('act_');
  }

  /** Records an action and updates the payment's totals and status, unless it is declined or its amount is 0. */
  record(
    payment: Payment,
    type: ActionType,
    amount: number,
    at: number,
    details: ActionDetails,
    id = this.newActionId(),
  ): Action {
    const { processorResponse, authorizationType, reference, metadata, idempotencyKey } = details;
    const action: Action = {
      id,
      type,
      amount,
      processorResponse: processorResponse ?? APPROVED,
      at,
      authorizationType,
      reference,
      metadata,
    };
    payment.actions.push(action);
    if (!action.processorResponse.approved || amount === 0) return action;
    const total = TOTAL_BY_TYPE[type];
    if (total) {
      payment.totals = { ...payment.totals, [total]: payment.totals[total] + amount };
      payment.status = deriveStatus(payment.totals);
    }
    this.#effects.push({ payment, action, idempotencyKey });
    return action;
  }
}

function toEntry({ payment, action, idempotencyKey }: Effect): LedgerEntry {
  return {
    actionId: action.id,
    paymentId: payment.id,
    type: action.type,
    amount: action.amount,
    currency: payment.instruction.currency,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    at: action.at,
  };
}
