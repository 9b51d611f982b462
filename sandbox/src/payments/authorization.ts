import { carryOutCapture } from './actions.js';
import type { Desk } from './desk.js';
import { available, isOpen, type Payment } from './payment.js';
import { APPROVED, isRetryable, type Outcome, RECOVERS } from './processor.js';

const DAY = 24 * 60 * 60 * 1000;

/** How long an authorization is valid, in milliseconds, unless it is extended. */
export const VALIDITY = 7 * DAY;

/** How long the payer has to act, in milliseconds. */
const PATIENCE = 15 * 60 * 1000;

const RETRY_INTERVAL = DAY;
export const MAX_RETRIES = 3;

/** How the payer's part of a payment can end. */
export const CHALLENGE_OUTCOMES = ['authorized', 'declined', 'canceled', 'expired'] as const;
/** One of the ends that the payer's part of a payment can take. */
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];

const STATUS_AFTER = { declined: 'Declined', canceled: 'Canceled', expired: 'Expired' } as const;

/** Lets a payment wait for the payer, for a while. */
export function challenge(desk: Desk, payment: Payment, at: number): void {
  desk.agenda.schedule(at + PATIENCE, (due) => completeChallenge(desk, payment, 'expired', due));
}

/** Ends the wait for the payer. Gives false when it was over already, and changes nothing then. */
export function completeChallenge(
  desk: Desk,
  payment: Payment,
  outcome: ChallengeOutcome,
  at: number,
): boolean {
  if (payment.status !== 'Pending' || !payment.sessionId) return false;
  if (outcome === 'authorized') authorize(desk, payment, payment.order.outcome, at);
  else payment.status = STATUS_AFTER[outcome];
  return true;
}

/** Asks the processor, and does what its answer brings about: a capture, a retry, or nothing. */
export function authorize(desk: Desk, payment: Payment, outcome: Outcome, at: number): void {
  const { amount, authorizationType, idempotencyKey } = payment.order;
  const retries = payment.retry ? payment.retry.made + 1 : 0;
  payment.retry = undefined;
  payment.approved = outcome.approved;
  if (amount === 0) {
    desk.ledger.record(payment, 'Card Verification', 0, at, { outcome, idempotencyKey });
    payment.status = outcome.approved ? 'Card Verified' : 'Declined';
    return;
  }
  desk.ledger.record(payment, 'Authorization', amount, at, { outcome, idempotencyKey, authorizationType });
  if (outcome.approved) {
    expireLater(desk, payment, at);
    captureLater(desk, payment, at);
  } else {
    payment.status = 'Declined';
    if (payment.order.merchantInitiated && isRetryable(outcome) && retries < MAX_RETRIES) {
      retryLater(desk, payment, outcome, retries, at);
    }
  }
}

/** Makes an authorization valid for its whole time again, counted from `at`. */
export function expireLater(desk: Desk, payment: Payment, at: number): void {
  const expiresOn = at + VALIDITY;
  payment.expiresOn = expiresOn;
  desk.agenda.schedule(expiresOn, (due) => {
    if (payment.expiresOn !== expiresOn || available(payment) === 0) return;
    desk.ledger.record(payment, 'Void', available(payment), due, {});
    if (payment.status === 'Voided') payment.status = 'Expired';
  });
}

function captureLater(desk: Desk, payment: Payment, at: number): void {
  const { capture, reference, idempotencyKey } = payment.order;
  if (!capture) return;
  const due = 'at' in capture ? Math.max(capture.at, at) : at + capture.after;
  desk.agenda.schedule(due, (now) => {
    if (isOpen(payment))
      carryOutCapture(desk, payment, available(payment), true, now, { reference, idempotencyKey });
  });
}

function retryLater(desk: Desk, payment: Payment, declined: Outcome, made: number, at: number): void {
  const retry = { made, nextOn: at + RETRY_INTERVAL, endsOn: at + (MAX_RETRIES - made) * RETRY_INTERVAL };
  payment.status = 'Retry Scheduled';
  payment.retry = retry;
  desk.agenda.schedule(retry.nextOn, (due) => {
    if (payment.retry !== retry) return;
    authorize(desk, payment, declined.code === RECOVERS ? APPROVED : declined, due);
  });
}
