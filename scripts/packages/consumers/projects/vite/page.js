import { createClient } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';

const lddpay = createClient({
  baseUrl: 'https://api.example.com',
  tokenProvider: async () => (await fetch('/lddpay-token', { method: 'POST' })).json(),
});

globalThis.api = createFetchClient(lddpay);
