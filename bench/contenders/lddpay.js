import { PAYMENT, PAYMENT_ID } from './payment.js';

/** The required options apart from `baseUrl`. Everything else has its default, and so is on. */
export const CREDENTIALS = { clientId: 'ack_bench', clientSecret: 'bench-secret', scope: 'gateway' };

/**
 * The two calls that are measured.
 *
 * @param {import('lddpay').Client} client
 */
export function createCalls(client) {
  return {
    create: () => client.requestPayment(PAYMENT),
    get: () => client.getPaymentDetails(PAYMENT_ID),
  };
}
