import type { Client } from 'lddpay';

/** The part of a client that makes payments. */
export type Payer = Pick<Client<true>, 'requestPayment' | 'voidPayment'>;

/** Makes a payment in some state and returns its id. */
export type State = (client: Payer) => Promise<string>;

export const CARD = {
  type: 'card',
  number: '4242424242424242',
  expiry_month: 12,
  expiry_year: 2030,
  cvv: '100',
};

/** A payment that is approved, in USD. */
export const ORDER = { amount: 1000, currency: 'USD', source: CARD, reference: 'ORD-5023-4E89' };

/** The body of a refund or reversal. The client adds the signature and the fields that belong to it. */
export const REFUND = { pnm_payment_identifier: '3141592653' };

/** A well-formed id that belongs to no payment. */
export const UNKNOWN_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

const AMEX = { ...CARD, number: '378282246310005', cvv: '1000' };

const RENEWAL = { payment_type: 'Recurring', merchant_initiated: true, amount: 1005 } as const;

/** A payment that can be incremented, captured and voided. */
export const authorized: State = (client) =>
  readId(client.requestPayment({ ...ORDER, capture: false, authorization_type: 'Estimated' }));

/** A payment that takes shorter references. */
export const authorizedAmex: State = (client) =>
  readId(client.requestPayment({ ...ORDER, source: AMEX, capture: false }));

export const captured: State = (client) => readId(client.requestPayment(ORDER));

/** A payment that waits for its payer. */
export const pending: State = (client) => readId(client.requestPayment({ ...ORDER, amount: 1003 }));

/** A declined payment that is scheduled for a retry. */
export const retryScheduled: State = (client) => readId(client.requestPayment({ ...ORDER, ...RENEWAL }));

export const retryScheduledAmex: State = (client) =>
  readId(client.requestPayment({ ...ORDER, ...RENEWAL, source: AMEX }));

export const voided: State = async (client) => {
  const id = await authorized(client);
  await client.voidPayment(id);
  return id;
};

async function readId(payment: PromiseLike<{ readonly id: string }>): Promise<string> {
  return (await payment).id;
}
