import type { ActionDetails, LifecycleContext } from './ledger.js';
import { type Action, available, type Payment } from './payment.js';

/** A capture to carry out. */
export interface Capture {
  /** In the minor currency unit. */
  readonly amount: number;
  /** Whether to void the amount that the capture leaves. */
  readonly final: boolean;
  /** How long the capture takes, in ms. */
  readonly delay: number;
}

/**
 * Accepts a capture. Its amount is reserved at once and captured after the delay. A final capture reserves what it
 * leaves as well, since it will void that.
 * @returns The identifier of the capture's action.
 */
export function capture(
  context: LifecycleContext,
  payment: Payment,
  { amount, final, delay }: Capture,
  at: number,
  details: ActionDetails,
): string {
  const id = context.ledger.newActionId();
  const reserved = final ? available(payment) : amount;
  payment.reserved += reserved;
  context.scheduler.schedule(at + delay, {
    name: 'Capture',
    paymentId: payment.id,
    // A reversal meanwhile has released the reserved amount.
    applies: () => payment.reserved >= reserved,
    run: (due) => {
      payment.reserved -= reserved;
      carryOutCapture(context, payment, amount, final, due, details, id);
    },
  });
  return id;
}

/** Captures an amount, and voids the amount that a final capture leaves. */
export function carryOutCapture(
  { ledger }: LifecycleContext,
  payment: Payment,
  amount: number,
  final: boolean,
  at: number,
  details: ActionDetails,
  id?: string,
): void {
  ledger.record(payment, 'Capture', amount, at, details, id);
  const rest = available(payment);
  if (!final || rest === 0) return;
  ledger.record(payment, 'Void', rest, at, { idempotencyKey: details.idempotencyKey });
}

/**
 * Reverses a payment: refunds the given amount and voids all that is not captured, accepted captures
 * included.
 * @returns The first action, or undefined when there was nothing to reverse.
 */
export function reverse(
  { ledger }: LifecycleContext,
  payment: Payment,
  refundAmount: number,
  at: number,
  details: ActionDetails,
): Action | undefined {
  payment.reserved = 0;
  const refund = refundAmount > 0 ? ledger.record(payment, 'Refund', refundAmount, at, details) : undefined;
  const rest = available(payment);
  const voided = rest > 0 ? ledger.record(payment, 'Void', rest, at, details) : undefined;
  return refund ?? voided;
}

/** Cancels the scheduled retries. No action type is documented for this, so it records a void of 0. */
export function cancelRetries(
  { ledger }: LifecycleContext,
  payment: Payment,
  at: number,
  details: ActionDetails,
): Action {
  payment.retry = undefined;
  payment.status = 'Canceled';
  return ledger.record(payment, 'Void', 0, at, details);
}
