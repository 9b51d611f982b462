// Checked by the compiler with `exactOptionalPropertyTypes` and never run: each wrong use must be an error, and no
// correct use may be one.
import { expectTypeOf } from 'vitest';
import {
  type Address,
  type AddressInput,
  type CaptureRequest,
  type ClientOptions,
  createClient,
  type Payment,
  type PaymentRequest,
  type PaymentResult,
} from './index.js';
import { createJournal, type JournalStore } from './journal.js';
import { createFetchClient } from './openapi-fetch.js';

declare const options: ClientOptions;
declare const store: JournalStore;
declare const id: string;

const client = createClient(options);
const signing = createClient({ ...options, signing: { siteIdentifier: 'S1', secret: 'hush' } });
const source = { type: 'card' };

// Optional fields, at every depth
client.requestPayment({ amount: undefined, currency: 'USD', source, reference: undefined });
client.requestPayment({ currency: 'USD', source: { type: 'card', number: undefined, cvv: undefined } });
client.capturePayment(id, { amount: undefined, capture_type: undefined, customer: undefined });
client.capturePayment(id, { customer: { email: undefined }, shipping: { address: { zip: undefined } } });
client.capturePayment(id, {
  amount_allocations: [
    { id: 'ent_1', amount: 1, reference: undefined, commission: { percentage: undefined } },
  ],
});
client.voidPayment(id, { reference: undefined, metadata: undefined });
client.searchPayments({ query: id, limit: undefined, from: undefined, to: undefined });
client.getPaymentsList({ reference: id, limit: undefined, skip: undefined });
({ currency: 'USD', source, payment_type: undefined }) satisfies PaymentRequest;
({ shipping: { phone: undefined } }) satisfies CaptureRequest;

// Required fields
// @ts-expect-error: a required field
client.requestPayment({ currency: undefined, source });
// @ts-expect-error: a required field inside source
client.requestPayment({ currency: 'USD', source: { type: undefined } });
// @ts-expect-error: a required field in an item of an array
client.capturePayment(id, { amount_allocations: [{ id: undefined, amount: 1 }] });
// @ts-expect-error: an item of an array
client.capturePayment(id, { amount_allocations: [undefined] });
// @ts-expect-error: a required parameter
client.getPaymentsList({ reference: undefined });
// @ts-expect-error: a required field
client.searchPayments({ query: undefined });
// @ts-expect-error: null is data
client.capturePayment(id, { reference: null });

// Signatures
const refund = { pnm_payment_identifier: id };
const signature = { site_identifier: id, timestamp: id, version: id, signature: id };
signing.refundPayment(id, {
  ...refund,
  refund_amount: undefined,
  timestamp: undefined,
  signature: undefined,
});
signing.reversePayment(id, { ...refund, version: undefined, void_if_not_settled: undefined });
client.refundPayment(id, { ...refund, ...signature, refund_currency: undefined });
// @ts-expect-error: a required field
signing.refundPayment(id, { pnm_payment_identifier: undefined });
// @ts-expect-error: required, since the caller signs
client.refundPayment(id, { ...refund, ...signature, timestamp: undefined });

// Options of a call
client.voidPayment(id, undefined, {
  idempotencyKey: undefined,
  signal: undefined,
  attemptTimeout: undefined,
  deadline: undefined,
  maxRetries: undefined,
  headers: undefined,
  extraFields: undefined,
});
client.waitForPayment(id, { until: 'Paid', timeout: undefined, signal: undefined });

// lddpay/openapi-fetch
const api = createFetchClient(client);
const params = { path: { id } };
api.POST('/payments', {
  body: { currency: 'USD', source: { type: 'card', cvv: undefined }, amount: undefined },
});
api.POST('/payments/{id}/captures', { params, body: { customer: { email: undefined } } });
api.POST('/payments/{id}/captures', { params, body: undefined });
api.POST('/payments/{id}/captures', { params: { ...params, header: undefined } });
api.POST('/payments/{id}/captures', { params: { ...params, header: { 'Cko-Idempotency-Key': undefined } } });
api.POST('/payments/{id}/voids', {
  params,
  headers: undefined,
  parseAs: undefined,
  signal: undefined,
  attemptTimeout: undefined,
  deadline: undefined,
  maxRetries: undefined,
});
api.GET('/payments', { params: { query: { reference: id, limit: undefined } } });
createFetchClient(signing).POST('/payments/{id}/refunds', {
  params,
  body: { ...refund, timestamp: undefined },
});
// @ts-expect-error: a required field
api.POST('/payments', { body: { currency: undefined, source } });
// @ts-expect-error: a required parameter
api.GET('/payments', { params: { query: { reference: undefined } } });
// @ts-expect-error: a required body
api.POST('/payments', { body: undefined });
// @ts-expect-error: a required path parameter
api.GET('/payments/{id}', { params: undefined });
expectTypeOf((await api.GET('/payments/{id}', { params, parseAs: 'text' })).data).toEqualTypeOf<string>();

// lddpay/journal
const journal = createJournal(client, { store });
journal.requestPayment('ORD-17', {
  currency: 'USD',
  source: { type: 'card', cvv: undefined },
  amount: undefined,
});
journal.capturePayment('ORD-17/capture', id, { customer: { email: undefined } }, { deadline: undefined });
// @ts-expect-error: a required field
journal.requestPayment('ORD-17', { currency: undefined, source });

// Responses stay exact: their optional fields are missing or have a value
declare const payment: Payment;
declare const result: PaymentResult;
'amount' in result;
// @ts-expect-error: a response contains no undefined
payment.reference = undefined;
// @ts-expect-error: a response contains no undefined
result.status = undefined;

// A type that requests and responses have in common fits a request, but not the other way round
declare const address: Address;
expectTypeOf(address).toExtend<AddressInput>();
expectTypeOf<AddressInput>().not.toExtend<Address>();
client.capturePayment(id, { shipping: { address } });
