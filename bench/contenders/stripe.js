import Stripe from 'stripe';
import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

/** Requests what its API has: a payment intent. */
export function connect(url) {
  const { hostname, port } = new URL(url);
  const stripe = new Stripe(`sk_test_${TOKEN}`, { host: hostname, port, protocol: 'http' });
  const { amount, currency, reference } = PAYMENT;
  const intent = {
    amount,
    currency,
    capture_method: 'manual',
    payment_method: 'pm_card_visa',
    metadata: { reference },
  };
  return {
    create: () => stripe.paymentIntents.create(intent),
    get: () => stripe.paymentIntents.retrieve(PAYMENT_ID),
  };
}
