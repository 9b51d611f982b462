import type { Client } from 'lddpay';

/** The card number of all payments, which must not be printed. */
export const CARD_NUMBER = '4242424242424242';

/** A payment of USD 10.00 that is approved and captured at once. */
export const ORDER = {
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: CARD_NUMBER, expiry_month: 12, expiry_year: 2030, cvv: '100' },
  reference: 'ORD-5023-4E89',
};

/** The body of a refund apart from its signature. */
export const REFUND = { pnm_payment_identifier: '3141592653' };

/** A payment identifier that does not exist. */
export const UNKNOWN_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

/** The effects in the ledger of a payment that was charged once. */
export const CHARGED_ONCE = ['Authorization 1000', 'Capture 1000'];

/** Requests a payment without capturing it, and returns its identifier. */
export async function authorize(client: Pick<Client, 'requestPayment'>): Promise<string> {
  const order = { ...ORDER, capture: false, authorization_type: 'Estimated' } as const;
  return (await client.requestPayment(order)).id;
}

/** Requests a payment that is captured at once, and returns its identifier. */
export async function charge(client: Pick<Client, 'requestPayment'>): Promise<string> {
  return (await client.requestPayment(ORDER)).id;
}
