import { createFetchClient } from 'lddpay/openapi-fetch';
import { PAYMENT, PAYMENT_ID } from './payment.js';

/**
 * The two calls that are measured, through openapi-fetch.
 *
 * @param {import('lddpay').Client} client
 */
export function createCalls(client) {
  const api = createFetchClient(client);
  return {
    create: async () => (await api.POST('/payments', { body: PAYMENT })).data,
    get: async () => (await api.GET('/payments/{id}', { params: { path: { id: PAYMENT_ID } } })).data,
  };
}
