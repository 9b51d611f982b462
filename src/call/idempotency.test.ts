import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { createClient } from '../client.js';
import { calls, securedIds } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID, SIGNING } from '../testing/fixtures.js';
import { testFetch } from '../testing/test-fetch.js';
import { keyFrom } from './idempotency.js';

const HEADER = 'Cko-Idempotency-Key';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const taking = securedIds.filter((id) => operations[id].idempotencyHeader !== undefined);
const notTaking = securedIds.filter((id) => operations[id].idempotencyHeader === undefined);

function setUp(answer?: Parameters<typeof testFetch>[0]) {
  const transport = testFetch(answer);
  return {
    ...transport,
    client: createClient({ ...CREDENTIALS, signing: SIGNING, maxRetries: 0, fetch: transport.fetch }),
  };
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

    const random = await catchError(calls[id](client));
    const given = await catchError(calls[id](client, { idempotencyKey: 'order-17' }));

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

    const error = await catchError(calls[id](client, { idempotencyKey: 'order-17' }));

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

  const error = await catchError(client.capturePayment(PAYMENT_ID, {}, { idempotencyKey }));

  expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
  expect(error.message).toContain('`idempotencyKey`');
  expect([...tokenRequests, ...operationRequests]).toEqual([]);
});

describe('keyFrom', () => {
  const KEY_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('gives the same key for the same parts, today and always', async () => {
    expect(await keyFrom('order-17', 'capture')).toBe(await keyFrom('order-17', 'capture'));
    expect(await keyFrom('order-17', 'capture')).toBe('d00078d8-7ead-84cb-adad-31a8cc624be8');
  });

  it('gives another key for other parts, however they join', async () => {
    const parts = [['a', 'bc'], ['ab', 'c'], ['abc'], ['a,bc'], ['a","bc'], ['bc', 'a'], ['a', 'b', 'c']];

    const keys = await Promise.all(parts.map((each) => keyFrom(...each)));

    expect(new Set(keys).size).toBe(parts.length);
  });

  it('gives UUIDs of version 8 and variant 2', async () => {
    for (let number = 0; number < 100; number += 1)
      expect(await keyFrom(`order-${number}`)).toMatch(KEY_UUID);
  });

  it('takes its bits from SHA-256 of the parts as JSON', async () => {
    const digest = createHash('sha256').update('["bestellung-ü"]').digest('hex');

    const key = (await keyFrom('bestellung-ü')).replaceAll('-', '');

    expect(key.slice(0, 12)).toBe(digest.slice(0, 12));
    expect(key.slice(13, 16)).toBe(digest.slice(13, 16));
    expect(key.slice(17)).toBe(digest.slice(17, 32));
  });

  it.each<{ name: string; parts: readonly unknown[] }>([
    { name: 'no part', parts: [] },
    { name: 'an empty part', parts: ['order-17', ''] },
    { name: 'a number', parts: [17] },
    { name: 'undefined', parts: ['order-17', undefined] },
    { name: 'null', parts: [null] },
  ])('refuses $name', async ({ parts }) => {
    const error = await catchError(keyFrom(...(parts as string[])));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain('`keyFrom`');
  });

  it('gives a key that can be sent', async () => {
    const { client, operationRequests } = setUp();
    const idempotencyKey = await keyFrom('order-17', 'void');

    await client.voidPayment(PAYMENT_ID, {}, { idempotencyKey });

    expect(operationRequests[0]?.headers.get(HEADER)).toBe(idempotencyKey);
  });
});
