import { Checkout } from 'checkout-sdk-node';
import { PAYMENT, PAYMENT_ID } from './payment.js';

export function connect(host) {
  const checkout = new Checkout('sk_sbox_bench00000000000000000000', { host });
  return {
    create: () => checkout.payments.request(PAYMENT),
    get: () => checkout.payments.get(PAYMENT_ID),
  };
}
