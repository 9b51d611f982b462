// Checked by the compiler and never run: each wrong use must be an error, and no correct use may be one.
import { expectTypeOf } from 'vitest';
import {
  type ClientOptions,
  createClient,
  isPayment,
  isPayout,
  isProcessedPayout,
  type Payment,
  type PaymentDetails,
  type PaymentResult,
  type Payout,
  type ProcessedPayout,
  type SearchedPayment,
  type SearchedPayout,
  type SearchedPayoutWithMetadata,
  type SearchItem,
} from './index.js';
import { createFetchClient } from './openapi-fetch.js';

declare const options: ClientOptions;
declare const details: PaymentDetails;
declare const item: SearchItem;

// Details, in both branches
if (isPayment(details)) expectTypeOf(details).toEqualTypeOf<Payment>();
else expectTypeOf(details).toEqualTypeOf<Payout | ProcessedPayout>();

if (isPayout(details)) expectTypeOf(details).toEqualTypeOf<Payout | ProcessedPayout>();
else expectTypeOf(details).toEqualTypeOf<Payment>();

if (isProcessedPayout(details)) expectTypeOf(details).toEqualTypeOf<ProcessedPayout>();
else expectTypeOf(details).toEqualTypeOf<Payment | Payout>();

if (isPayout(details) && !isProcessedPayout(details)) expectTypeOf(details).toEqualTypeOf<Payout>();
if (!isPayment(details) && !isPayout(details)) expectTypeOf(details).toBeNever();

// What a search found, in both branches
if (isPayment(item)) expectTypeOf(item).toEqualTypeOf<SearchedPayment>();
else expectTypeOf(item).toEqualTypeOf<SearchedPayout | SearchedPayoutWithMetadata>();

if (isPayout(item)) expectTypeOf(item).toEqualTypeOf<SearchedPayout | SearchedPayoutWithMetadata>();
else expectTypeOf(item).toEqualTypeOf<SearchedPayment>();

if (isProcessedPayout(item)) expectTypeOf(item).toBeNever();

// As a predicate of an array
expectTypeOf([details].filter(isPayment)).toEqualTypeOf<Payment[]>();
expectTypeOf([details].filter((one) => isPayout(one))).toEqualTypeOf<(Payout | ProcessedPayout)[]>();

// Fields that only one form has
if (isPayment(details)) details.balances;
if (isPayout(details)) details.destination satisfies object;
// @ts-expect-error: a payout has no balances
if (isPayout(details)) details.balances;
// @ts-expect-error: a payment can have no destination
if (isPayment(details)) details.destination satisfies object;

// The data of openapi-fetch
const api = createFetchClient(createClient(options));
const { data } = await api.GET('/payments/{id}', { params: { path: { id: 'pay_1' } } });
if (isPayment(data)) data.balances;
else data.destination satisfies object;
if (isPayout(data)) data.destination satisfies object;
else data.balances;
const { data: found } = await api.POST('/payments/search', { body: { query: "id:'pay_1'" } });
for (const one of Array.isArray(found) ? found : found.data) {
  if (isPayment(one)) one.source.last4;
  else one.destination satisfies object;
}

// What has no such forms
declare const result: PaymentResult;
// @ts-expect-error: the result of a request
isPayout(result);
// @ts-expect-error: nothing says that it is a response
isPayout({} as unknown);
// @ts-expect-error: the promise is not awaited
isPayout(createClient(options).getPaymentDetails('pay_1'));
