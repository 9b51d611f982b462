import createClient from 'openapi-fetch';
import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

export function connect(baseUrl) {
  const client = createClient({ baseUrl, headers: { Authorization: `Bearer ${TOKEN}` } });
  return {
    create: async () => (await client.POST('/payments', { body: PAYMENT })).data,
    get: async () => (await client.GET('/payments/{id}', { params: { path: { id: PAYMENT_ID } } })).data,
  };
}
