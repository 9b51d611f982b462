import type { PaymentState, Setup } from '../../runner/messages.js';

/** The payment ID in the examples of the description. */
export const EXAMPLE_ID = 'pay_mbabizu24mvu3mela5njyhpit4';

/** The state of a payment in which the samples of each operation have the documented response. */
export const STATES: Readonly<Record<string, PaymentState>> = {
  getPaymentsList: 'captured',
  searchPayments: 'captured',
  getPaymentDetails: 'captured',
  getPaymentActions: 'captured',
  incrementAuthorization: 'authorized',
  cancelScheduledRetry: 'retryScheduled',
  capturePayment: 'authorized',
  refundPayment: 'captured',
  reversePayment: 'captured',
  voidPayment: 'authorized',
};

/** The time of a seeded sandbox: one of the examples of `requestPayment` schedules a capture four days later. */
const NOW = '2026-01-01T00:00:00Z';

/** In the week that an example of `searchPayments` asks for. */
const SEARCH_NOW = '2026-02-12T09:00:00Z';

/** Returns what a sandbox has before a sample of an operation runs in a page, the same in each run. */
export function createSampleSetup(operationId: string): Setup & Required<Pick<Setup, 'seed' | 'now'>> {
  const state = STATES[operationId];
  return {
    seed: 1,
    now: operationId === 'searchPayments' ? SEARCH_NOW : NOW,
    ...(state && { payment: { state, exampleId: EXAMPLE_ID } }),
  };
}
