import { createClient } from 'lddpay';
import { observe } from 'lddpay/observe';
import { undiciTransport } from 'lddpay/undici';
import { CREDENTIALS, createCalls } from './lddpay.js';

/** Observes one response in a hundred, as by default. */
export const connect = (baseUrl) =>
  createCalls(createClient({ baseUrl, ...CREDENTIALS, fetch: undiciTransport(), observer: observe() }));
