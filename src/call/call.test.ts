import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { createClient } from '../client.js';
import { startApi } from '../testing/api-server.js';
import { calls, securedIds } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, SIGNING } from '../testing/fixtures.js';
import { testFetch } from '../testing/test-fetch.js';

describe.each(securedIds)('%s', (id) => {
  it('sends the method, path and content type of the description', async () => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url, signing: SIGNING });

    await calls[id](client);

    const { method, path, body } = operations[id];
    const [request] = api.operationRequests;
    expect(api.operationRequests).toHaveLength(1);
    expect(request?.method).toBe(method);
    expect(request?.url.split('?')[0]).toBe(path.replace('{id}', PAYMENT_ID));
    expect(request?.headers['content-type']).toBe(body === 'none' ? undefined : 'application/json');
  });
});

it('sends the same without a body and with null, under one key', async () => {
  const { fetch, operationRequests } = testFetch();
  const client = createClient({ ...CREDENTIALS, fetch });

  await client.capturePayment(PAYMENT_ID, undefined, { idempotencyKey: 'order-17' });
  await client.capturePayment(PAYMENT_ID, null as never, { idempotencyKey: 'order-17' });

  expect(operationRequests.map(({ body }) => body)).toEqual(['', '']);
});

it('sends the body as JSON', async () => {
  const api = await startApi();

  await createClient({ ...CREDENTIALS, baseUrl: api.url }).requestPayment(PAYMENT);

  expect(JSON.parse(api.operationRequests[0]?.body ?? '')).toEqual(PAYMENT);
});

it('sends the input as it was when the method was called, even if the caller changes it later', async () => {
  const { fetch, operationRequests } = testFetch();
  const client = createClient({ ...CREDENTIALS, fetch, signing: SIGNING });
  const body = { amount: 400, metadata: { order: 'first' } };
  const query = { reference: 'first' };
  const headers = { 'X-Trace': 'first' };
  const pending: PromiseLike<unknown>[] = [
    client.capturePayment(PAYMENT_ID, body, { headers }),
    client.getPaymentsList(query),
    client.getPaymentsList({ reference: 'other' }, { headers }),
  ];
  body.amount = -500;
  body.metadata.order = 'second';
  query.reference = 'second';
  headers['X-Trace'] = 'second';
  await Promise.all(pending);

  const [capture, list, listWithHeader] = operationRequests;
  expect(JSON.parse(capture?.body ?? '')).toEqual({ amount: 400, metadata: { order: 'first' } });
  expect(capture?.headers.get('X-Trace')).toBe('first');
  expect(list?.url).toContain('reference=first');
  expect(listWithHeader?.headers.get('X-Trace')).toBe('first');
});

it('sends neither a body nor a content type when the optional body is omitted', async () => {
  const api = await startApi();

  await createClient({ ...CREDENTIALS, baseUrl: api.url }).capturePayment(PAYMENT_ID);

  expect(api.operationRequests[0]?.body).toBe('');
  expect(api.operationRequests[0]?.headers['content-type']).toBeUndefined();
});

it('encodes query parameters and omits those that are undefined', async () => {
  const api = await startApi();
  const reference = 'A&limit=1 ü#/?+%';

  await createClient({ ...CREDENTIALS, baseUrl: api.url }).getPaymentsList({ reference, skip: 20 });

  const { pathname, searchParams } = new URL(api.operationRequests[0]?.url ?? '', api.url);
  expect(pathname).toBe('/payments');
  expect(Object.fromEntries(searchParams)).toEqual({ reference, skip: '20' });
});

it('sends the additional headers of a call', async () => {
  const api = await startApi();
  const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

  await client.getPaymentDetails(PAYMENT_ID, { headers: { 'X-Trace': 'trace-1' } });

  expect(api.operationRequests[0]?.headers['x-trace']).toBe('trace-1');
});

it('rejects a body that JSON cannot represent, and sends nothing', async () => {
  const { fetch, operationRequests, tokenRequests } = testFetch();
  const client = createClient({ ...CREDENTIALS, fetch });
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  const error = await catchError(client.capturePayment(PAYMENT_ID, { metadata: cyclic }));

  expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
  expect(error.cause).toBeUndefined();
  expect([...tokenRequests, ...operationRequests]).toEqual([]);
});

it('rejects wrong options of getToken with an error that names it', async () => {
  const { fetch } = testFetch();
  const client = createClient({ ...CREDENTIALS, fetch });
  expect(await catchError(client.getToken({ idempotencyKey: 'k' } as never))).toMatchObject({
    kind: 'config',
    operationId: 'getToken',
  });
  expect(await catchError(client.getToken({ attemptTimeout: -1 }))).toMatchObject({ kind: 'config' });
});

it('requests no token for a call that is already aborted', async () => {
  const { fetch, tokenRequests } = testFetch();
  const error = await catchError(
    createClient({ ...CREDENTIALS, fetch }).voidPayment(PAYMENT_ID, {}, { signal: AbortSignal.abort() }),
  );
  expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
  expect(tokenRequests).toEqual([]);
});

it.each([
  [
    'an idempotency key of null',
    (client: UntypedClient) => client['voidPayment']?.(PAYMENT_ID, {}, { idempotencyKey: null }),
  ],
  ['a string as body', (client: UntypedClient) => client['voidPayment']?.(PAYMENT_ID, 'reference')],
  ['an array as body', (client: UntypedClient) => client['requestPayment']?.([])],
  ['a missing query that is required', (client: UntypedClient) => client['getPaymentsList']?.()],
  [
    'a signature without the fields that it covers',
    (client: UntypedClient) => client['refundPayment']?.(PAYMENT_ID, { signature: 'f' }),
  ],
])('rejects %s before anything is sent', async (_what, call) => {
  const { fetch, tokenRequests, operationRequests } = testFetch();
  const client = createClient({ ...CREDENTIALS, fetch }) as object as UntypedClient;
  await expect(call(client)).rejects.toMatchObject({ kind: 'config', outcome: 'not_sent' });
  expect([...tokenRequests, ...operationRequests]).toEqual([]);
});

/** A client as untyped callers use it. */
type UntypedClient = Record<string, (...args: unknown[]) => Promise<unknown>>;
