import { createClient, OPERATIONS } from '../.work/redocly/client.js';
import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

/** Turns on what our client has on by default, as far as the generated one has it. */
export function connect(serverUrl) {
  const client = createClient(OPERATIONS, {
    serverUrl,
    auth: { bearer: TOKEN },
    idempotencyKey: true,
    retry: { retries: 2 },
    timeout: 30_000,
  });
  return {
    create: () => client.requestPayment({ body: PAYMENT }),
    get: () => client.getPaymentDetails({ path: { id: PAYMENT_ID } }),
  };
}
