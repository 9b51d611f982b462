import { carryOutCapture, capture as startCapture } from './actions.js';
import type { LifecycleContext } from './ledger.js';
import { available, type Payment } from './payment.js';
import { APPROVED, isRetryable, type ProcessorResponse, RECOVERABLE_CODE } from './processor.js';

const DAY = 24 * 60 * 60 * 1000;

/** How long an authorization is valid after its last extension, in ms. */
export const AUTHORIZATION_LIFETIME = 7 * DAY;

/** The time between two retries, in ms. */
const RETRY_INTERVAL = DAY;
export const MAX_RETRIES = 3;

/** Records the processor's response to a payment, and schedules what follows from it: capture, expiry or retry. */
export function authorize(
  context: LifecycleContext,
  payment: Payment,
  processorResponse: ProcessorResponse,
  at: number,
): void {
  const { ledger } = context;
  const { amount, authorizationType, idempotencyKey, merchantInitiated } = payment.instruction;
  const { approved } = processorResponse;
  const retries = payment.retry ? payment.retry.made + 1 : 0;
  payment.retry = undefined;
  payment.approved = approved;
  if (amount === 0) {
    ledger.record(payment, 'Card Verification', 0, at, { processorResponse, idempotencyKey });
    payment.status = approved ? 'Card Verified' : 'Declined';
    return;
  }
  ledger.record(payment, 'Authorization', amount, at, {
    processorResponse,
    idempotencyKey,
    authorizationType,
  });
  if (approved) {
    extendAuthorization(context, payment, at);
    scheduleCapture(context, payment, at);
  } else {
    payment.status = 'Declined';
    if (merchantInitiated && isRetryable(processorResponse) && retries < MAX_RETRIES) {
      scheduleRetry(context, payment, processorResponse, retries, at);
    }
  }
}

/** Makes an authorization valid for its whole lifetime again, counted from `at`. */
export function extendAuthorization(
  { scheduler, ledger }: LifecycleContext,
  payment: Payment,
  at: number,
): void {
  const expiresOn = at + AUTHORIZATION_LIFETIME;
  payment.expiresOn = expiresOn;
  scheduler.schedule(expiresOn, {
    name: 'Expiry',
    paymentId: payment.id,
    applies: () => payment.expiresOn === expiresOn && available(payment) !== 0,
    run: (due) => {
      ledger.record(payment, 'Void', available(payment), due, {});
      if (payment.status === 'Voided') payment.status = 'Expired';
    },
  });
}

function scheduleCapture(context: LifecycleContext, payment: Payment, at: number): void {
  const { capture, reference, idempotencyKey } = payment.instruction;
  if (!capture) return;
  const details = { reference, idempotencyKey };
  if ('after' in capture) {
    const whole = { amount: available(payment), final: true, delay: capture.after };
    startCapture(context, payment, whole, at, details);
    return;
  }
  // Captures whatever is left at that time. Until then nothing is under way, and all can be captured or voided.
  context.scheduler.schedule(Math.max(capture.at, at), {
    name: 'Capture',
    paymentId: payment.id,
    applies: () => available(payment) > 0,
    run: (due) => carryOutCapture(context, payment, available(payment), true, due, details),
  });
}

function scheduleRetry(
  context: LifecycleContext,
  payment: Payment,
  decline: ProcessorResponse,
  made: number,
  at: number,
): void {
  const retry = { made, nextOn: at + RETRY_INTERVAL, endsOn: at + (MAX_RETRIES - made) * RETRY_INTERVAL };
  payment.status = 'Retry Scheduled';
  payment.retry = retry;
  context.scheduler.schedule(retry.nextOn, {
    name: 'Retry',
    paymentId: payment.id,
    applies: () => payment.retry === retry,
    run: (due) => authorize(context, payment, decline.code === RECOVERABLE_CODE ? APPROVED : decline, due),
  });
}
