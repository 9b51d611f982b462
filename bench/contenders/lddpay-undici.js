import { createClient } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
import { CREDENTIALS, callsOf } from './lddpay.js';

export const connect = (baseUrl) =>
  callsOf(createClient({ baseUrl, ...CREDENTIALS, fetch: undiciTransport() }));
