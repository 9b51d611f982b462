import { describe, expect, it } from 'vitest';
import { operations } from '../generated/operations.js';
import { createClient } from './client.js';
import {
  CREDENTIALS,
  calls,
  failureOf,
  PAYMENT_ID,
  SIGNING,
  securedIds,
  testFetch,
} from './testing/client.js';

const HEADER = 'Cko-Idempotency-Key';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const taking = securedIds.filter((id) => operations[id].idempotencyHeader !== undefined);
const notTaking = securedIds.filter((id) => operations[id].idempotencyHeader === undefined);

function setUp(answer?: Parameters<typeof testFetch>[0]) {
  const transport = testFetch(answer);
  return { ...transport, client: createClient({ ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch }) };
}

it('covers every write of money and no read', () => {
  expect(taking).toHaveLength(7);
  expect(notTaking).toEqual(securedIds.filter((id) => operations[id].safe));
});

describe.each(taking)('%s', (id) => {
  it('is sent with a new UUID for each call', async () => {
    const { client, operationRequests } = setUp();

    const { idempotencyKey } = await calls[id](client).withResponse();
    await calls[id](client);

    const keys = operationRequests.map(({ headers }) => headers.get(HEADER));
    expect(keys[0]).toMatch(UUID);
    expect(keys[1]).toMatch(UUID);
    expect(keys[0]).not.toBe(keys[1]);
    expect(idempotencyKey).toBe(keys[0]);
  });

  it('is sent with the key of the caller, and reports it', async () => {
    const { client, operationRequests } = setUp();

    const { idempotencyKey } = await calls[id](client, { idempotencyKey: 'order-17:v1' }).withResponse();

    expect(operationRequests[0]?.headers.get(HEADER)).toBe('order-17:v1');
    expect(idempotencyKey).toBe('order-17:v1');
  });

  it('reports the key that was sent on the error', async () => {
    const { client, operationRequests } = setUp(() => Response.json({}, { status: 502 }));

    const random = await failureOf(calls[id](client));
    const given = await failureOf(calls[id](client, { idempotencyKey: 'order-17' }));

    expect(random.idempotencyKey).toMatch(UUID);
    expect(random.idempotencyKey).toBe(operationRequests[0]?.headers.get(HEADER));
    expect(given.idempotencyKey).toBe('order-17');
  });
});

describe.each(notTaking)('%s', (id) => {
  it('is sent without a key', async () => {
    const { client, operationRequests } = setUp();

    const { idempotencyKey } = await calls[id](client).withResponse();

    expect(operationRequests[0]?.headers.has(HEADER)).toBe(false);
    expect(idempotencyKey).toBeUndefined();
  });

  it('refuses a key before anything is sent', async () => {
    const { client, operationRequests, tokenRequests } = setUp();

    const error = await failureOf(calls[id](client, { idempotencyKey: 'order-17' }));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
    expect(error.message).toContain('`idempotencyKey`');
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });
});

it('sends no key with the token request', async () => {
  const { client, tokenRequests } = setUp();

  await client.getToken();

  expect(tokenRequests[0]?.headers.has(HEADER)).toBe(false);
});

it.each([
  { name: 'a line break', idempotencyKey: 'order\n17' },
  { name: 'a line break at its end', idempotencyKey: 'order-17\n' },
  { name: 'a space', idempotencyKey: 'order 17' },
  { name: 'a space at its start', idempotencyKey: ' order-17' },
  { name: 'a letter beyond ASCII', idempotencyKey: 'bestellung-ü' },
  { name: 'nothing', idempotencyKey: '' },
])('refuses a key with $name before anything is sent', async ({ idempotencyKey }) => {
  const { client, operationRequests, tokenRequests } = setUp();

  const error = await failureOf(client.capturePayment(PAYMENT_ID, {}, { idempotencyKey }));

  expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
  expect(error.message).toContain('`idempotencyKey`');
  expect([...tokenRequests, ...operationRequests]).toEqual([]);
});

it('sends the key once when the caller also gives it as a header', async () => {
  const { client, operationRequests } = setUp();

  const { idempotencyKey } = await client
    .voidPayment(PAYMENT_ID, {}, { headers: { 'cko-idempotency-key': 'from-a-header' } })
    .withResponse();

  expect(operationRequests[0]?.headers.get(HEADER)).toBe(idempotencyKey);
  expect(idempotencyKey).toMatch(UUID);
});
