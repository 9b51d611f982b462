import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from '../testing/fixtures.js';
import { testFetch } from '../testing/test-fetch.js';
import { createKeyGuard } from './key-guard.js';

const OTHER_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';
const KEY = { idempotencyKey: 'order-17' };

const refused = expect.objectContaining({ kind: 'config', outcome: 'not_sent' });

describe('the key guard', () => {
  /** A guard of bodies. */
  function setUp(capacity?: Parameters<typeof createKeyGuard>[0]) {
    const guard = createKeyGuard(capacity);
    return (key: string | undefined, body: unknown, origin: 'given' | 'generated' = 'given') =>
      guard(key, ['requestPayment', { body }], origin);
  }

  it('takes the same use again, in whatever order its properties are written', () => {
    const guard = setUp();
    guard('key', { a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } });

    expect(() => guard('key', { b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 })).not.toThrow();
    expect(() => guard('key', { a: 1, b: { c: [1, { d: 2, e: 3 }], f: null }, g: undefined })).not.toThrow();
  });

  it('takes a date for the text that is sent of it', () => {
    const guard = setUp();
    guard('key', { due: new Date(0) });

    expect(() => guard('key', { due: '1970-01-01T00:00:00.000Z' })).not.toThrow();
    expect(() => guard('key', { due: new Date(1) })).toThrow('was already used with another body');
  });

  it.each<{ name: string; use: unknown }>([
    { name: 'another value', use: { a: 2, list: [1, 2] } },
    { name: 'a value of another type', use: { a: '1', list: [1, 2] } },
    { name: 'a further property', use: { a: 1, list: [1, 2], b: 1 } },
    { name: 'a property less', use: { a: 1 } },
    { name: 'another order in a list', use: { a: 1, list: [2, 1] } },
    { name: 'an object in place of a list', use: { a: 1, list: { 0: 1, 1: 2 } } },
    { name: 'a list in the list', use: { a: 1, list: [[1, 2]] } },
    { name: 'a list that is cut', use: { a: 1, list: [1], 2: [] } },
    { name: 'values of each other', use: { a: [1, 2], list: 1 } },
    { name: 'a text of the same letters', use: { a: 1, list: '[1,2]' } },
    { name: 'nothing', use: undefined },
  ])('refuses $name', ({ use }) => {
    const guard = setUp();
    guard('key', { a: 1, list: [1, 2] });

    expect(() => guard('key', use)).toThrow(refused);
    expect(() => guard('key', use)).toThrow('`idempotencyKey`');
  });

  it('refuses another operation with the same body', () => {
    const guard = createKeyGuard();
    guard('key', ['capturePayment', { body: {} }], 'given');

    expect(() => guard('key', ['voidPayment', { body: {} }], 'given')).toThrow(refused);
  });

  // With little to choose from, so that bodies are often alike.
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(1, 12, -1, true, null, '', '1', 'a', '"', '\\', '\\"', ',', '{', ']', '":"', 'a":1,"b'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', ',', '"'), tie('tree'), { maxKeys: 3 }),
    ),
  }));

  it('tells apart what differs in more than the order of properties', () => {
    fc.assert(
      fc.property(tree, tree, (first, second) => {
        const guard = setUp();
        guard('key', first);
        const same = isDeepStrictEqual(plain(first), plain(second));

        if (same) expect(() => guard('key', second)).not.toThrow();
        else expect(() => guard('key', second)).toThrow(refused);
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes what differs in the order of properties alone', () => {
    fc.assert(
      fc.property(tree, (body) => {
        const guard = setUp();
        guard('key', body);

        expect(() => guard('key', reversed(body))).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });

  it('still knows the first use after it refused another', () => {
    const guard = setUp();
    guard('key', 1);
    expect(() => guard('key', 2)).toThrow(refused);

    expect(() => guard('key', 1)).not.toThrow();
  });

  it('takes anything under different keys, and without one', () => {
    const guard = setUp();
    for (const [key, use] of [
      ['a', 1],
      ['b', 2],
      [undefined, 3],
      [undefined, 4],
    ] as const) {
      expect(() => guard(key, use)).not.toThrow();
    }
  });

  it.each(['given', 'generated'] as const)(
    'remembers as many keys that were %s as it is told, and not more than twice as many',
    (origin) => {
      const guard = setUp({ given: 1, generated: 1, [origin]: 2 });
      for (const key of ['first', 'second', 'third', 'fourth', 'fifth']) guard(key, 1, origin);

      expect(() => guard('fourth', 2)).toThrow(refused);
      expect(() => guard('fifth', 2)).toThrow(refused);
      expect(() => guard('first', 2)).not.toThrow();
    },
  );

  it('keeps keys that were given, however many are generated', () => {
    const guard = setUp();
    guard('mine', 1);
    for (let count = 0; count < 20_000; count += 1) guard(`generated-${count}`, count, 'generated');

    expect(() => guard('mine', 2)).toThrow(refused);
  });

  it('tells bodies apart that differ in one digit', () => {
    for (let amount = 0; amount < 2_000; amount += 1) {
      const guard = setUp();
      guard('key', { amount });
      expect(() => guard('key', { amount: amount + 1 })).toThrow(refused);
      expect(() => guard('key', { amount: amount * 10 + 1 })).toThrow(refused);
    }
  });
});

/** As it is after a journey through JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The same, with the properties of its objects in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe('a key that is used again', () => {
  function setUp() {
    const { fetch, operationRequests } = testFetch();
    return { operationRequests, client: createClient({ ...CREDENTIALS, fetch, signing: SIGNING }) };
  }

  it('for the same call is sent again', async () => {
    const { client, operationRequests } = setUp();

    await client.requestPayment(PAYMENT, KEY);
    await client.requestPayment(Object.fromEntries(Object.entries(PAYMENT).reverse()) as typeof PAYMENT, KEY);

    expect(operationRequests).toHaveLength(2);
  });

  it('for the same refund is sent again, although its timestamp and signature are others', async () => {
    const { client, operationRequests } = setUp();

    await client.refundPayment(PAYMENT_ID, REFUND, KEY);
    await client.refundPayment(PAYMENT_ID, REFUND, KEY);

    expect(operationRequests).toHaveLength(2);
  });

  it.each<{ name: string; call: (client: ReturnType<typeof setUp>['client']) => PromiseLike<unknown> }>([
    { name: 'body', call: (client) => client.capturePayment(PAYMENT_ID, { amount: 401 }, KEY) },
    { name: 'body, namely none', call: (client) => client.capturePayment(PAYMENT_ID, undefined, KEY) },
    { name: 'payment', call: (client) => client.capturePayment(OTHER_ID, { amount: 400 }, KEY) },
    {
      name: 'operation',
      call: (client) => client.incrementAuthorization(PAYMENT_ID, { amount: 400 }, KEY),
    },
  ])('for another $name sends nothing', async ({ call }) => {
    const { client, operationRequests } = setUp();
    await client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);

    const error = await catchError(call(client));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', idempotencyKey: 'order-17' });
    expect(error.attempts).toEqual([]);
    expect(error.message).toContain('`idempotencyKey`');
    expect(operationRequests).toHaveLength(1);
  });

  it('for another body sends nothing, although the client made it', async () => {
    const { client, operationRequests } = setUp();
    const { idempotencyKey } = await client.capturePayment(PAYMENT_ID, { amount: 400 }).withResponse();

    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 401 }, { idempotencyKey }));
    await client.capturePayment(PAYMENT_ID, { amount: 400 }, { idempotencyKey });

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(operationRequests).toHaveLength(2);
  });

  it('at the same time, for another body, sends nothing', async () => {
    const { client, operationRequests } = setUp();

    const [first, second] = await Promise.allSettled([
      client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY),
      client.capturePayment(PAYMENT_ID, { amount: 401 }, KEY),
    ]);

    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { kind: 'config', outcome: 'not_sent' } });
    expect(operationRequests).toHaveLength(1);
  });

  it('by another client is not known', async () => {
    await setUp().client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);
    const { client, operationRequests } = setUp();

    await client.capturePayment(PAYMENT_ID, { amount: 401 }, KEY);

    expect(operationRequests).toHaveLength(1);
  });

  it.each<{ name: string; refund: Record<string, unknown> }>([
    { name: 'that was malformed', refund: { ...REFUND, refund_amount: -1 } },
    { name: 'that could not be signed', refund: { ...REFUND, refund_amount: 1e21 } },
    { name: 'that could not be written as JSON', refund: { ...REFUND, reference: 1n } },
  ])('after a body $name is free for the right one: nothing was sent', async ({ refund }) => {
    const { client, operationRequests } = setUp();
    await catchError(client.refundPayment(PAYMENT_ID, refund as typeof REFUND, KEY));

    await client.refundPayment(PAYMENT_ID, REFUND, KEY);

    expect(operationRequests).toHaveLength(1);
  });
});
