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

const withKey = securedIds.filter((id) => operations[id].idempotencyHeader !== undefined);
const withoutKey = securedIds.filter((id) => operations[id].idempotencyHeader === undefined);

function setUp(respond?: Parameters<typeof testFetch>[0]) {
  const transport = testFetch(respond);
  return {
    ...transport,
    client: createClient({ ...CREDENTIALS, signing: SIGNING, maxRetries: 0, fetch: transport.fetch }),
  };
}

it('gives an idempotency key to every write and to no read', () => {
  expect(withKey).toHaveLength(7);
  expect(withoutKey).toEqual(securedIds.filter((id) => operations[id].safe));
});

describe.each(withKey)('%s', (id) => {
  it('sends a new UUID as the key of each call', async () => {
    const { client, operationRequests } = setUp();

    const { idempotencyKey } = await calls[id](client).withResponse();
    await calls[id](client);

    const keys = operationRequests.map(({ headers }) => headers.get(HEADER));
    expect(keys[0]).toMatch(UUID);
    expect(keys[1]).toMatch(UUID);
    expect(keys[0]).not.toBe(keys[1]);
    expect(idempotencyKey).toBe(keys[0]);
  });

  it('sends the key of the caller and returns it with the response', async () => {
    const { client, operationRequests } = setUp();

    const { idempotencyKey } = await calls[id](client, { idempotencyKey: 'order-17:v1' }).withResponse();

    expect(operationRequests[0]?.headers.get(HEADER)).toBe('order-17:v1');
    expect(idempotencyKey).toBe('order-17:v1');
  });

  it('adds the key that was sent to the error', async () => {
    const { client, operationRequests } = setUp(() => Response.json({}, { status: 502 }));

    const generated = await catchError(calls[id](client));
    const given = await catchError(calls[id](client, { idempotencyKey: 'order-17' }));

    expect(generated.idempotencyKey).toMatch(UUID);
    expect(generated.idempotencyKey).toBe(operationRequests[0]?.headers.get(HEADER));
    expect(given.idempotencyKey).toBe('order-17');
  });
});

describe.each(withoutKey)('%s', (id) => {
  it('sends no key', async () => {
    const { client, operationRequests } = setUp();

    const { idempotencyKey } = await calls[id](client).withResponse();

    expect(operationRequests[0]?.headers.has(HEADER)).toBe(false);
    expect(idempotencyKey).toBeUndefined();
  });

  it('rejects a key before anything is sent', async () => {
    const { client, operationRequests, tokenRequests } = setUp();

    const error = await catchError(calls[id](client, { idempotencyKey: 'order-17' }));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
    expect(error.message).toContain('`idempotencyKey`');
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });
});

it('sends no idempotency key with the token request', async () => {
  const { client, tokenRequests } = setUp();

  await client.getToken();

  expect(tokenRequests[0]?.headers.has(HEADER)).toBe(false);
});

it.each([
  { name: 'a line break', idempotencyKey: 'order\n17' },
  { name: 'a trailing line break', idempotencyKey: 'order-17\n' },
  { name: 'a space', idempotencyKey: 'order 17' },
  { name: 'a leading space', idempotencyKey: ' order-17' },
  { name: 'a letter outside ASCII', idempotencyKey: 'bestellung-ü' },
  { name: 'no characters', idempotencyKey: '' },
])('rejects an idempotency key with $name before anything is sent', async ({ idempotencyKey }) => {
  const { client, operationRequests, tokenRequests } = setUp();

  const error = await catchError(client.capturePayment(PAYMENT_ID, {}, { idempotencyKey }));

  expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
  expect(error.message).toContain('`idempotencyKey`');
  expect([...tokenRequests, ...operationRequests]).toEqual([]);
});

describe('keyFrom', () => {
  const KEY_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('returns the same key for the same parts, in every version of the client', async () => {
    expect(await keyFrom('order-17', 'capture')).toBe(await keyFrom('order-17', 'capture'));
    expect(await keyFrom('order-17', 'capture')).toBe('d00078d8-7ead-84cb-adad-31a8cc624be8');
  });

  it('returns different keys for different parts, even if they concatenate to the same string', async () => {
    const parts = [['a', 'bc'], ['ab', 'c'], ['abc'], ['a,bc'], ['a","bc'], ['bc', 'a'], ['a', 'b', 'c']];

    const keys = await Promise.all(parts.map((each) => keyFrom(...each)));

    expect(new Set(keys).size).toBe(parts.length);
  });

  it('returns UUIDs of version 8 and variant 2', async () => {
    for (let number = 0; number < 100; number += 1)
      expect(await keyFrom(`order-${number}`)).toMatch(KEY_UUID);
  });

  it('takes the bits of the key from the SHA-256 of the parts as JSON', async () => {
    const digest = createHash('sha256').update('["bestellung-ü"]').digest('hex');

    const key = (await keyFrom('bestellung-ü')).replaceAll('-', '');

    expect(key.slice(0, 12)).toBe(digest.slice(0, 12));
    expect(key.slice(13, 16)).toBe(digest.slice(13, 16));
    expect(key.slice(17)).toBe(digest.slice(17, 32));
  });

  it.each<{ name: string; parts: readonly unknown[] }>([
    { name: 'an empty list of parts', parts: [] },
    { name: 'an empty string among the parts', parts: ['order-17', ''] },
    { name: 'a part that is a number', parts: [17] },
    { name: 'a part that is undefined', parts: ['order-17', undefined] },
    { name: 'a part that is null', parts: [null] },
  ])('rejects $name', async ({ parts }) => {
    const error = await catchError(keyFrom(...(parts as string[])));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toBe('`keyFrom` must be called with non-empty strings.');
  });

  it('returns a key that the client sends as it is', async () => {
    const { client, operationRequests } = setUp();
    const idempotencyKey = await keyFrom('order-17', 'void');

    await client.voidPayment(PAYMENT_ID, {}, { idempotencyKey });

    expect(operationRequests[0]?.headers.get(HEADER)).toBe(idempotencyKey);
  });
});
