import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

const authorization = `Bearer ${TOKEN}`;

export function connect(url) {
  return {
    async create() {
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify(PAYMENT);
      const response = await fetch(`${url}/payments`, { method: 'POST', headers, body });
      return response.json();
    },
    async get() {
      const response = await fetch(`${url}/payments/${PAYMENT_ID}`, { headers: { authorization } });
      return response.json();
    },
  };
}
