import { createClient, type PaymentDetails } from 'lddpay';
import { createFetchClient, type FetchClient, type FetchPaths } from 'lddpay/openapi-fetch';

const options = {
  baseUrl: 'https://api.example.com',
  clientId: 'id',
  clientSecret: 'secret',
  scope: 'gateway',
};
const api: FetchClient<false> = createFetchClient(createClient(options));
const signing = createFetchClient(
  createClient({ ...options, signing: { siteIdentifier: 'site', secret: 'secret' } }),
);
// @ts-expect-error: options in place of a client
createFetchClient(options);

/** The paths that openapi-fetch can call. */
export type Path = keyof FetchPaths;

/** Uses what the types of the client allow, and what they reject. */
export async function use(id: string, signal: AbortSignal): Promise<Response> {
  const params = { path: { id } };
  const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
  const header = { 'Cko-Idempotency-Key': 'order-17' };
  const body = { amount: 1000, currency: 'USD', source };
  const { data } = await api.POST('/payments', { params: { header }, body, signal, deadline: 10_000 });
  const approved: boolean | undefined = data.approved;
  // @ts-expect-error: a field that the response does not have
  data.aproved;
  // @ts-expect-error: a misspelled path
  api.GET('/payment/{id}', { params });
  // @ts-expect-error: a method that the path does not have
  api.GET('/payments/{id}/captures', { params });
  // @ts-expect-error: the client calls the token endpoint itself
  api.POST('/connect/token', { body: {} });
  // @ts-expect-error: a missing path parameter
  api.GET('/payments/{id}', {});
  // @ts-expect-error: a path parameter of another type
  api.GET('/payments/{id}', { params: { path: { id: 1 } } });
  // @ts-expect-error: a missing field
  api.POST('/payments', { body: { amount: 1000, source } });
  // @ts-expect-error: a field of another type
  api.POST('/payments/{id}/captures', { params, body: { amount: '400' } });
  // @ts-expect-error: another capture type
  api.POST('/payments/{id}/captures', { params, body: { capture_type: 'final' } });

  await signing.POST('/payments/{id}/refunds', { params, body: { pnm_payment_identifier: '1' } });
  // @ts-expect-error: a client that does not sign needs the signature fields
  api.POST('/payments/{id}/refunds', { params, body: { pnm_payment_identifier: '1' } });

  api.use({ onRequest: ({ request }) => request.headers.set('X-Approved', String(approved)) });
  const details = await api.GET('/payments/{id}', { params });
  const payment: PaymentDetails = details.data;
  // A failure rejects.
  const error: undefined = details.error;
  const { data: text } = await api.GET('/payments/{id}', { params, parseAs: 'text' });
  text.concat(payment.id, String(error));
  return details.response;
}
