import { Pool } from 'undici';
import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

const authorization = `Bearer ${TOKEN}`;

export function connect(url) {
  const pool = new Pool(url);
  return {
    async create() {
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify(PAYMENT);
      const response = await pool.request({ path: '/payments', method: 'POST', headers, body });
      return response.body.json();
    },
    async get() {
      const path = `/payments/${PAYMENT_ID}`;
      const response = await pool.request({ path, method: 'GET', headers: { authorization } });
      return response.body.json();
    },
  };
}
