import { PAYMENT, PAYMENT_ID } from './payment.js';

/** What a client needs besides the address; everything else is as it is by default, and so is on. */
export const CREDENTIALS = { clientId: 'ack_bench', clientSecret: 'bench-secret', scope: 'gateway' };

/**
 * The two calls that are measured.
 *
 * @param {import('lddpay').Client} client
 */
export function callsOf(client) {
  return {
    create: () => client.requestPayment(PAYMENT),
    get: () => client.getPaymentDetails(PAYMENT_ID),
  };
}
