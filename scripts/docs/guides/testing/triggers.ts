import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { readGuide } from '../guides.js';

/** The guide to triggers, and a sandbox to compare it with. */
export const guide = await readGuide('triggers');
export const sandbox = createSandbox();
export const lddpay = createClient({
  baseUrl: 'http://sandbox.test',
  ...sandbox.credentials,
  fetch: sandbox.fetch,
});

/** Requests a payment of an amount by a card. */
export function pay(amount: number, number = '4242424242424242') {
  return lddpay.requestPayment({
    amount,
    currency: 'USD',
    source: { type: 'card', number, expiry_month: 12, expiry_year: 2030 },
  });
}
