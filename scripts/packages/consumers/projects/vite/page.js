import { createClient } from 'lddpay';

const lddpay = createClient({
  baseUrl: 'https://api.example.com',
  tokenProvider: async ({ refusedToken }) =>
    (await fetch('/lddpay-token', { method: 'POST', body: JSON.stringify({ refusedToken }) })).json(),
});

globalThis.lddpay = lddpay;
