// Checked by the compiler, never run: each wrong use must be an error, and each right one none.
import createQueryHooks from 'openapi-react-query';
import { expectTypeOf } from 'vitest';
import type { AcceptedReversal, ClientOptions, LddPayError, PaymentDetails, paths } from './index.js';
import { createClient } from './index.js';
import { createFetchClient, type FetchClient } from './openapi-fetch.js';

declare const options: ClientOptions;
declare const id: string;
declare const string: string;
declare const signal: AbortSignal;

const api = createFetchClient(createClient(options));
const signing = createFetchClient(
  createClient({ ...options, signing: { siteIdentifier: 'S1', secret: string } }),
);
const source = { type: 'card', number: string, expiry_month: 6, expiry_year: 2030, cvv: string };
const params = { path: { id } };
const refund = { pnm_payment_identifier: string };

// The client that is created
expectTypeOf(api).toEqualTypeOf<FetchClient<false>>();
expectTypeOf(signing).toEqualTypeOf<FetchClient<true>>();
// @ts-expect-error: no client
createFetchClient(options);

// Paths
expectTypeOf<keyof paths>().toExtend<string>();
api.GET('/payments/{id}', { params });
// @ts-expect-error: a path that does not exist
api.GET('/payment/{id}', { params });
// @ts-expect-error: a method that the path does not have
api.GET('/payments/search', { body: { query: string } });
// @ts-expect-error: the client calls the token endpoint itself
api.POST('/connect/token', { body: {} });
// @ts-expect-error: a missing path parameter
api.GET('/payments/{id}');
// @ts-expect-error: a missing path parameter
api.GET('/payments/{id}', { params: {} });
// @ts-expect-error: a path parameter of another type
api.GET('/payments/{id}', { params: { path: { id: 1 } } });
// @ts-expect-error: a missing query
api.GET('/payments');
api.GET('/payments', { params: { query: { reference: string, limit: 10 } } });

// Bodies
api.POST('/payments', { body: { amount: 1000, currency: 'USD', source } });
// @ts-expect-error: a field of another type
api.POST('/payments', { body: { amount: '1000', currency: 'USD', source } });
// @ts-expect-error: a missing field, since this one is misspelt
api.POST('/payments', { body: { amount: 1000, curency: 'USD', source } });
// @ts-expect-error: a missing body
api.POST('/payments');
api.POST('/payments/{id}/captures', { params });
// @ts-expect-error: a field of another type
api.POST('/payments/{id}/captures', { params, body: { amount: '400' } });

// Options of a call
api.POST('/payments/{id}/voids', {
  params: { path: { id }, header: { 'Cko-Idempotency-Key': string } },
  signal,
  attemptTimeout: 1000,
  deadline: 5000,
  maxRetries: 0,
});

// Signatures
signing.POST('/payments/{id}/refunds', { params, body: refund });
signing.POST('/payments/{id}/reversals', { params, body: refund });
// @ts-expect-error: without signing, the signature fields are required
api.POST('/payments/{id}/refunds', { params, body: refund });
// @ts-expect-error: without signing, the signature fields are required
api.POST('/payments/{id}/reversals', { params, body: refund });

// Results: only a success resolves
const { data, response } = await api.GET('/payments/{id}', { params });
expectTypeOf(data.id).toEqualTypeOf<string>();
data satisfies PaymentDetails;
expectTypeOf(response).toEqualTypeOf<Response>();
const { data: reversal } = await signing.POST('/payments/{id}/reversals', { params, body: refund });
expectTypeOf(reversal).toExtend<AcceptedReversal | undefined>();
const { data: text } = await api.GET('/payments/{id}', { params, parseAs: 'text' });
expectTypeOf(text).toEqualTypeOf<string>();

// The hooks of openapi-react-query
const $api = createQueryHooks(api);

export function useTypedHooks() {
  const details = $api.useQuery('get', '/payments/{id}', { params });
  details.data satisfies PaymentDetails | undefined;
  expectTypeOf(details.error?.outcome).toEqualTypeOf<LddPayError['outcome'] | undefined>();
  expectTypeOf(details.error?.status).toEqualTypeOf<number | undefined>();

  const capture = $api.useMutation('post', '/payments/{id}/captures');
  capture.mutate({ params, body: { amount: 400 } });
  // @ts-expect-error: a field of another type
  capture.mutate({ params, body: { amount: '400' } });
  // @ts-expect-error: a path that does not exist
  $api.useQuery('get', '/payment/{id}', { params });
  // @ts-expect-error: a missing path parameter
  $api.useQuery('get', '/payments/{id}');
}
