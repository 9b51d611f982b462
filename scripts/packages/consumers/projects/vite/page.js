import { createClient } from 'lddpay';

const lddpay = createClient({
  baseUrl: 'https://api.example.com',
  tokenProvider: async () => (await fetch('/lddpay-token', { method: 'POST' })).json(),
});

globalThis.lddpay = lddpay;
