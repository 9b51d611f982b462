import {
  type ApiResponse,
  type Client,
  type ClientOptions,
  createClient,
  isLddPayError,
  isPayout,
  keyFrom,
  type Outcome,
  type PaymentResult,
  signRequest,
} from 'lddpay';

const options: ClientOptions = {
  baseUrl: 'https://api.example.com',
  clientId: 'id',
  clientSecret: 'secret',
  scope: 'gateway',
  fetch,
};
const client: Client<false> = createClient(options);
const signing = createClient({ ...options, signing: { siteIdentifier: 'site', secret: 'secret' } });
// @ts-expect-error: the credentials are missing
createClient({ baseUrl: 'https://api.example.com' });

/** Uses what the types of the client allow, and what they reject. */
export async function use(signal: AbortSignal): Promise<Outcome | undefined> {
  const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
  const idempotencyKey = await keyFrom('charges', 'order-17');
  const payment: PaymentResult = await client.requestPayment(
    { amount: 1000, currency: 'USD', source },
    { idempotencyKey, signal },
  );
  // @ts-expect-error: a misspelled field
  client.capturePayment(payment.id, { amout: 400 });
  // @ts-expect-error: another capture type
  client.capturePayment(payment.id, { capture_type: 'final' });
  client.capturePayment(payment.id, { reference: undefined, shipping: { address: { zip: undefined } } });
  // @ts-expect-error: a required field
  client.requestPayment({ currency: undefined, source });
  const response: ApiResponse<unknown> = await client.voidPayment(payment.id).withResponse();
  const trace: string | null = response.headers.get('X-Trace');
  for await (const { id } of client.searchPayments({ query: `id:'${trace}'` })) id.toUpperCase();

  await signing.refundPayment(payment.id, { pnm_payment_identifier: '1' });
  // @ts-expect-error: a client that does not sign needs the signature fields
  client.refundPayment(payment.id, { pnm_payment_identifier: '1' });
  // @ts-expect-error: null has no signed form
  signRequest({ note: null }, 'secret');

  return client.getPaymentDetails(payment.id).then(
    (details) => {
      if (isPayout(details)) details.destination satisfies object;
      else details.balances?.total_captured?.toFixed();
      return undefined;
    },
    (error: unknown) => (isLddPayError(error) ? error.outcome : undefined),
  );
}
