import { request } from 'undici';
import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

const authorization = `Bearer ${TOKEN}`;

export function connect(url) {
  return {
    async create() {
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify(PAYMENT);
      const response = await request(`${url}/payments`, { method: 'POST', headers, body });
      return response.body.json();
    },
    async get() {
      const response = await request(`${url}/payments/${PAYMENT_ID}`, { headers: { authorization } });
      return response.body.json();
    },
  };
}
