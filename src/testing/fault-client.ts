import { assembleClient, type Client } from '../client.js';
import type { Platform } from '../lib/platform.js';
import type { CallOptions, ClientOptions } from '../options.js';
import type { ApiPromise } from '../results/api-promise.js';
import { CREDENTIALS, PAYMENT_ID, SIGNING } from './client.js';
import type { FaultServer } from './fault-server.js';

/** A client of a fault server, on a platform that the test controls. */
export function faultClient(
  server: FaultServer,
  platform: Platform,
  options: Partial<ClientOptions> = {},
): Client<true> {
  const all = { ...CREDENTIALS, signing: SIGNING, baseUrl: server.url, fetch: server.fetch, ...options };
  return assembleClient(all, platform) as Client<true>;
}

export type Calling = (client: Client<true>, options?: CallOptions) => ApiPromise<unknown>;

export const write: Calling = (client, options) =>
  client.capturePayment(PAYMENT_ID, { amount: 400 }, options);
export const read: Calling = (client, options) => client.getPaymentDetails(PAYMENT_ID, options);
export const search: Calling = (client, options) =>
  client.searchPayments({ query: "reference:'ORD-1'" }, options);

/** The answer to a write under a key whose first request is still being worked on. */
export function inFlight(status: 409 | 429) {
  return { status, body: { error_type: 'processing_error', error_codes: ['duplicate_request'] } };
}
