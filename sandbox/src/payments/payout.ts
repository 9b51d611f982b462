import type { Desk } from './desk.js';
import type { Payment } from './payment.js';

/** What a payout takes to be decided, and then to come back, in milliseconds. */
const DECISION = 60 * 1000;
const RETURN = 24 * 60 * 60 * 1000;

/** Starts a payout: decided later, and returned later still if that is to come. */
export function payOut(desk: Desk, payment: Payment, returned: boolean, at: number): void {
  const { amount, outcome, idempotencyKey } = payment.order;
  desk.agenda.schedule(at + DECISION, (due) => {
    desk.ledger.record(payment, 'Payout', amount, due, { outcome, idempotencyKey });
    payment.status = outcome.approved ? 'Paid' : 'Declined';
    payment.approved = outcome.approved;
    if (!returned || !outcome.approved) return;
    desk.agenda.schedule(due + RETURN, (later) => {
      desk.ledger.record(payment, 'Return', amount, later, { idempotencyKey });
      payment.status = 'Returned';
    });
  });
}
