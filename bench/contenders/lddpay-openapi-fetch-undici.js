import { createClient } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
import { CREDENTIALS } from './lddpay.js';
import { createCalls } from './lddpay-openapi-fetch.js';

export const connect = (baseUrl) =>
  createCalls(createClient({ baseUrl, ...CREDENTIALS, fetch: undiciTransport() }));
