import type { Client } from 'lddpay';

/** The number of the card that pays, to be looked for where it must not be. */
export const CARD_NUMBER = '4242424242424242';

/** A payment of USD 10.00 that is approved and captured at once. */
export const ORDER = {
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: CARD_NUMBER, expiry_month: 12, expiry_year: 2030, cvv: '100' },
  reference: 'ORD-5023-4E89',
};

/** What a refund needs besides its signature. */
export const REFUND = { pnm_payment_identifier: '3141592653' };

/** Belongs to no payment. */
export const UNKNOWN_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

/** What a payment leaves in the ledger when it was charged once. */
export const CHARGED_ONCE = ['Authorization 1000', 'Capture 1000'];

/** Requests a payment that is left to be captured, and gives its identifier. */
export async function authorize(client: Pick<Client, 'requestPayment'>): Promise<string> {
  const order = { ...ORDER, capture: false, authorization_type: 'Estimated' } as const;
  return (await client.requestPayment(order)).id;
}

/** Requests a payment that is captured at once, and gives its identifier. */
export async function charge(client: Pick<Client, 'requestPayment'>): Promise<string> {
  return (await client.requestPayment(ORDER)).id;
}
