import { type OperationId, operations } from '../../generated/operations.js';
import type { Client } from '../client.js';
import type { CallOptions } from '../options.js';
import type { ApiPromise } from '../results/api-promise.js';
import { PAYMENT, PAYMENT_ID, REFUND } from './fixtures.js';

/** Makes one call with a client. */
export type ClientCall = (client: Client<true>, options?: CallOptions) => ApiPromise<unknown>;

/** One call of each operation, the way a user makes it. */
export const calls: Readonly<Record<OperationId, ClientCall>> = {
  getToken: (client, options) => client.getToken(options),
  getPaymentsList: (client, options) => client.getPaymentsList({ reference: 'ORD-1' }, options),
  requestPayment: (client, options) => client.requestPayment(PAYMENT, options),
  searchPayments: (client, options) => client.searchPayments({ query: "reference:'ORD-1'" }, options),
  getPaymentDetails: (client, options) => client.getPaymentDetails(PAYMENT_ID, options),
  getPaymentActions: (client, options) => client.getPaymentActions(PAYMENT_ID, options),
  incrementAuthorization: (client, options) =>
    client.incrementAuthorization(PAYMENT_ID, { amount: 5 }, options),
  cancelScheduledRetry: (client, options) => client.cancelScheduledRetry(PAYMENT_ID, {}, options),
  capturePayment: (client, options) => client.capturePayment(PAYMENT_ID, { amount: 5 }, options),
  refundPayment: (client, options) => client.refundPayment(PAYMENT_ID, REFUND, options),
  reversePayment: (client, options) => client.reversePayment(PAYMENT_ID, REFUND, options),
  voidPayment: (client, options) => client.voidPayment(PAYMENT_ID, {}, options),
};

export const operationIds = Object.keys(operations) as OperationId[];

/** The operations that are called with a token. */
export const securedIds = operationIds.filter((id) => operations[id].secured);

/** A write, which takes an idempotency key. */
export const write: ClientCall = (client, options) =>
  client.capturePayment(PAYMENT_ID, { amount: 400 }, options);

/** A read by GET. */
export const read: ClientCall = (client, options) => client.getPaymentDetails(PAYMENT_ID, options);

/** A read by POST. */
export const search: ClientCall = (client, options) =>
  client.searchPayments({ query: "reference:'ORD-1'" }, options);
