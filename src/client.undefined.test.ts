import { describe, expect, it } from 'vitest';
import { signRequest } from './call/signing.js';
import { createClient } from './client.js';
import { createJournal } from './journal.js';
import { createFetchClient } from './openapi-fetch.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from './testing/fixtures.js';
import { testFetch } from './testing/test-fetch.js';

const params = { path: { id: PAYMENT_ID } };
const UNSET = { customer: { email: undefined, name: undefined }, reference: undefined };

function setUp() {
  const transport = testFetch(() => Response.json({ id: PAYMENT_ID, action_id: 'act_1' }, { status: 202 }));
  const client = createClient({ ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch });
  const bodies = () => transport.operationRequests.map(({ body }) => body);
  return { ...transport, client, api: createFetchClient(client), bodies };
}

describe('a field that is undefined', () => {
  it('is left out at every depth, by both clients', async () => {
    const { client, api, bodies } = setUp();
    const body = { amount: 400, ...UNSET, metadata: { order: undefined, parts: [{ note: undefined }] } };

    await client.capturePayment(PAYMENT_ID, body);
    await api.POST('/payments/{id}/captures', { params, body });

    const sent = '{"amount":400,"customer":{},"metadata":{"parts":[{}]}}';
    expect(bodies()).toEqual([sent, sent]);
  });

  it('is left out of a query, by both clients', async () => {
    const { client, api, operationRequests } = setUp();
    const query = { reference: 'ORD-1', limit: undefined, skip: undefined };

    await client.getPaymentsList(query);
    await api.GET('/payments', { params: { query } });

    expect(operationRequests.map(({ url }) => new URL(url).search)).toEqual([
      '?reference=ORD-1',
      '?reference=ORD-1',
    ]);
  });

  it('makes no other body of it under an idempotency key', async () => {
    const { client, bodies } = setUp();
    const options = { idempotencyKey: 'order-17' };

    await client.capturePayment(PAYMENT_ID, { amount: 400 }, options);
    await client.capturePayment(PAYMENT_ID, { amount: 400, reference: undefined }, options);

    expect(bodies()).toEqual(['{"amount":400}', '{"amount":400}']);
  });

  it('has no part in the signature, and the client fills in the fields of the signature', async () => {
    const { client, api, bodies } = setUp();
    const unsigned = { site_identifier: undefined, timestamp: undefined, version: undefined };
    const body = { ...REFUND, ...unsigned, signature: undefined, refund_currency: undefined };

    await client.refundPayment(PAYMENT_ID, REFUND);
    await client.refundPayment(PAYMENT_ID, body);
    await api.POST('/payments/{id}/refunds', { params, body });

    const [first, ...others] = bodies().map((text) => JSON.parse(text));
    expect(others.map((one) => Object.keys(one).sort())).toEqual(others.map(() => Object.keys(first).sort()));
    for (const { signature, ...signed } of others) {
      expect(signature).toBe(await signRequest(signed, SIGNING.secret));
    }
  });

  it('is missing where the caller signs', async () => {
    const { fetch, operationRequests } = testFetch();
    const client = createClient({ ...CREDENTIALS, fetch });
    const body = { ...REFUND, site_identifier: 'S1', timestamp: '1', version: '3.0', signature: 'a' };

    const error = await catchError(
      client.refundPayment(PAYMENT_ID, { ...body, timestamp: undefined as unknown as string }),
    );

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain('`timestamp`');
    expect(operationRequests).toHaveLength(0);
  });

  it('is missing where the body is required', async () => {
    const { client, operationRequests } = setUp();

    const error = await catchError(client.requestPayment(undefined as unknown as typeof PAYMENT));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(operationRequests).toHaveLength(0);
  });

  it('leaves room for an extra field of its name, and a set one does not', async () => {
    const { client, bodies } = setUp();
    const extraFields = { reference: 'ORD-1', note: undefined };

    await client.voidPayment(PAYMENT_ID, { reference: undefined }, { extraFields });
    const error = await catchError(client.voidPayment(PAYMENT_ID, { reference: 'ORD-2' }, { extraFields }));

    expect(bodies()).toEqual(['{"reference":"ORD-1"}']);
    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
  });

  it('makes no other intent of it in a journal', async () => {
    const { client, bodies } = setUp();
    const entries = new Map<string, string>();
    const journal = createJournal(client, {
      store: {
        getItem: (key) => entries.get(key),
        setItem: (key, value) => entries.set(key, value),
        removeItem: (key) => entries.delete(key),
        getKeys: () => [...entries.keys()],
      },
    });

    const first = await journal.requestPayment('ORD-17', { ...PAYMENT, reference: 'ORD-17' });
    const again = await journal.requestPayment('ORD-17', {
      ...PAYMENT,
      reference: 'ORD-17',
      description: undefined,
    });

    expect([first.state, again.state]).toEqual(['done', 'done']);
    expect(bodies().filter(Boolean)).toHaveLength(1);
  });
});
