import type { Desk } from './desk.js';
import type { ActionDetails } from './ledger.js';
import { type Action, available, type Payment } from './payment.js';

/** How much of a payment is captured, and whether the rest is given up. */
export interface Capture {
  readonly amount: number;
  readonly final: boolean;
  /** How long it takes, in milliseconds. */
  readonly delay: number;
}

/**
 * Accepts a capture. Its amount is taken off what is available at once, and captured after the delay.
 * @returns The identifier of the action that it will be.
 */
export function capture(
  desk: Desk,
  payment: Payment,
  how: Capture,
  at: number,
  details: ActionDetails,
): string {
  const { amount, final, delay } = how;
  const id = desk.ledger.newActionId();
  payment.reserved += amount;
  desk.agenda.schedule(at + delay, (due) => {
    // A reversal in between has released it.
    if (payment.reserved < amount) return;
    payment.reserved -= amount;
    carryOutCapture(desk, payment, amount, final, due, { ...details, id });
  });
  return id;
}

/** Captures, and voids what a final capture leaves. */
export function carryOutCapture(
  desk: Desk,
  payment: Payment,
  amount: number,
  final: boolean,
  at: number,
  details: ActionDetails,
): void {
  desk.ledger.record(payment, 'Capture', amount, at, details);
  const rest = available(payment);
  if (!final || rest === 0) return;
  desk.ledger.record(payment, 'Void', rest, at, { idempotencyKey: details.idempotencyKey });
}

/**
 * Gives the payer's money back: refunds so much of what was captured and voids the rest, captures that
 * were accepted and not yet carried out included.
 * @returns The first of its actions; undefined when there was nothing to do.
 */
export function reverse(
  desk: Desk,
  payment: Payment,
  refund: number,
  at: number,
  details: ActionDetails,
): Action | undefined {
  payment.reserved = 0;
  const refunded = refund > 0 ? desk.ledger.record(payment, 'Refund', refund, at, details) : undefined;
  const rest = available(payment);
  const voided = rest > 0 ? desk.ledger.record(payment, 'Void', rest, at, details) : undefined;
  return refunded ?? voided;
}

/** Stops the attempts that are still to come. No action type is documented for it; a void of nothing is. */
export function cancelRetry(desk: Desk, payment: Payment, at: number, details: ActionDetails): Action {
  payment.retry = undefined;
  payment.status = 'Canceled';
  return desk.ledger.record(payment, 'Void', 0, at, details);
}
