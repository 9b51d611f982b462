import type { Client } from 'lddpay';
import type { Sandbox } from 'lddpay-sandbox';
import {
  authorized,
  CARD,
  captured,
  ORDER,
  pending,
  REFUND,
  retryScheduled,
  voided,
} from '../../../../contract/src/conformance/payments.js';

/** Makes a payment in some status and returns its id. */
export type MakePayment = (lddpay: Client<true>, sandbox: Sandbox) => Promise<string>;

const DAY = 86_400_000;

/** How to make a payment in each status, in the order of a payment's life. */
export const PAYMENT_STATES: Readonly<Record<string, MakePayment>> = {
  Pending: pending,
  Authorized: authorized,
  'Card Verified': (lddpay) => pay(lddpay, { ...ORDER, amount: 0 }),
  'Partially Captured': async (lddpay) => {
    const id = await authorized(lddpay);
    await lddpay.capturePayment(id, { amount: 400, capture_type: 'NonFinal' });
    return id;
  },
  Captured: captured,
  'Partially Refunded': (lddpay) => refund(lddpay, { refund_amount: 400 }),
  Refunded: (lddpay) => refund(lddpay, {}),
  Voided: voided,
  Declined: (lddpay) => pay(lddpay, { ...ORDER, amount: 1005 }),
  'Retry Scheduled': retryScheduled,
  Canceled: async (lddpay) => {
    const id = await retryScheduled(lddpay);
    await lddpay.cancelScheduledRetry(id);
    return id;
  },
  Expired: async (lddpay, sandbox) => {
    const id = await authorized(lddpay);
    sandbox.clock.advance(60 * DAY);
    return id;
  },
};

async function pay(lddpay: Client<true>, body: typeof ORDER): Promise<string> {
  return (await lddpay.requestPayment({ ...body, source: CARD })).id;
}

async function refund(lddpay: Client<true>, amount: { readonly refund_amount?: number }): Promise<string> {
  const id = await captured(lddpay);
  await lddpay.refundPayment(id, { ...REFUND, ...amount });
  return id;
}
