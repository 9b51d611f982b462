import type { Client } from 'lddpay';

/** Makes payments. */
export type Payer = Pick<Client<true>, 'requestPayment' | 'voidPayment'>;

/** Makes a payment in some state, and gives its identifier. */
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

/** Belongs to no payment. */
export const UNKNOWN_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

const AMEX = { ...CARD, number: '378282246310005', cvv: '1000' };

const RENEWAL = { payment_type: 'Recurring', merchant_initiated: true, amount: 1005 } as const;

/** Can be incremented, captured and voided. */
export const authorized: State = (client) =>
  idOf(client.requestPayment({ ...ORDER, capture: false, authorization_type: 'Estimated' }));

/** Takes shorter references. */
export const authorizedAmex: State = (client) =>
  idOf(client.requestPayment({ ...ORDER, source: AMEX, capture: false }));

export const captured: State = (client) => idOf(client.requestPayment(ORDER));

/** Waits for its payer. */
export const pending: State = (client) => idOf(client.requestPayment({ ...ORDER, amount: 1003 }));

/** Was declined, and is tried again. */
export const retryScheduled: State = (client) => idOf(client.requestPayment({ ...ORDER, ...RENEWAL }));

export const retryScheduledAmex: State = (client) =>
  idOf(client.requestPayment({ ...ORDER, ...RENEWAL, source: AMEX }));

export const voided: State = async (client) => {
  const id = await authorized(client);
  await client.voidPayment(id);
  return id;
};

async function idOf(payment: PromiseLike<{ readonly id: string }>): Promise<string> {
  return (await payment).id;
}
