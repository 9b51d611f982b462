import { authorize } from './authorization.js';
import type { LifecycleContext } from './ledger.js';
import type { Payment } from './payment.js';

/** How long a payment waits for its payer, in ms. */
const CHALLENGE_LIFETIME = 15 * 60 * 1000;

/** The outcomes of a challenge, the payer's part of a payment. */
export const CHALLENGE_OUTCOMES = ['authorized', 'declined', 'canceled', 'expired'] as const;
/** The outcome of a challenge, the payer's part of a payment. */
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];

const STATUS_BY_OUTCOME = { declined: 'Declined', canceled: 'Canceled', expired: 'Expired' } as const;

/** Starts a challenge, which expires when the payer does not complete it. */
export function startChallenge(context: LifecycleContext, payment: Payment, at: number): void {
  context.scheduler.schedule(at + CHALLENGE_LIFETIME, {
    name: 'Expiry',
    paymentId: payment.id,
    applies: () => isChallenged(payment),
    run: (due) => completeChallenge(context, payment, 'expired', due),
  });
}

/** Whether a payment waits for its payer. */
export function isChallenged({ status, sessionId }: Payment): boolean {
  return status === 'Pending' && sessionId !== undefined;
}

/**
 * Completes a challenge.
 * @returns Whether the payment was waiting for its payer; if not, nothing changes.
 */
export function completeChallenge(
  context: LifecycleContext,
  payment: Payment,
  outcome: ChallengeOutcome,
  at: number,
): boolean {
  if (!isChallenged(payment)) return false;
  if (outcome === 'authorized') authorize(context, payment, payment.instruction.processorResponse, at);
  else payment.status = STATUS_BY_OUTCOME[outcome];
  return true;
}
