import { createClient } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
import { CREDENTIALS, createCalls } from './lddpay.js';

export const connect = (baseUrl) =>
  createCalls(createClient({ baseUrl, ...CREDENTIALS, fetch: undiciTransport() }));
