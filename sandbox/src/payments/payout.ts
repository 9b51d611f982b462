import type { LifecycleContext } from './ledger.js';
import type { Payment } from './payment.js';

/** How long a payout takes to be decided, in ms. */
const DECISION_DELAY = 60 * 1000;

/** How long a paid payout takes to be returned, in ms. */
const RETURN_DELAY = 24 * 60 * 60 * 1000;

/** Starts a payout, which is decided later and then possibly returned. */
export function startPayout(
  { scheduler, ledger }: LifecycleContext,
  payment: Payment,
  willReturn: boolean,
  at: number,
): void {
  const { amount, processorResponse, idempotencyKey } = payment.instruction;
  const { approved } = processorResponse;
  scheduler.schedule(at + DECISION_DELAY, {
    name: 'Payout',
    paymentId: payment.id,
    applies: () => true,
    run: (decidedAt) => {
      ledger.record(payment, 'Payout', amount, decidedAt, { processorResponse, idempotencyKey });
      payment.status = approved ? 'Paid' : 'Declined';
      payment.approved = approved;
      if (willReturn && approved) scheduleReturn(decidedAt);
    },
  });

  function scheduleReturn(decidedAt: number): void {
    scheduler.schedule(decidedAt + RETURN_DELAY, {
      name: 'Return',
      paymentId: payment.id,
      applies: () => true,
      run: (returnedAt) => {
        ledger.record(payment, 'Return', amount, returnedAt, { idempotencyKey });
        payment.status = 'Returned';
      },
    });
  }
}
