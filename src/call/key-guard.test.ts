import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../client.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from '../testing/fixtures.js';
import { testBodies } from '../testing/key-guard-bodies.js';
import { close, refusingUrl, sendReply } from '../testing/server.js';
import { testFetch } from '../testing/test-fetch.js';
import { TOKEN_PATH } from '../testing/token-reply.js';
import { createKeyGuard } from './key-guard.js';

const OTHER_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';
const KEY = { idempotencyKey: 'order-17' };

const rejection = expect.objectContaining({ kind: 'config', outcome: 'not_sent' });

describe('createKeyGuard', () => {
  /** Creates a guard and returns a function that uses a key for a body. */
  function setUp(capacity?: number) {
    const guard = createKeyGuard(capacity);
    return (key: string, body: unknown) => {
      const record = guard.use(key, ['requestPayment', { body }], 0);
      return () => guard.end(record, 'rejected');
    };
  }

  it('accepts the same body again, regardless of the order of its properties', () => {
    const guard = setUp();
    guard('key', { a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } });

    expect(() => guard('key', { b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 })).not.toThrow();
  });

  it.each<{ name: string; use: unknown }>([
    { name: 'a body with another value', use: { a: 2, list: [1, 2] } },
    { name: 'a body with a value of another type', use: { a: '1', list: [1, 2] } },
    { name: 'a body with one more property', use: { a: 1, list: [1, 2], b: 1 } },
    { name: 'a body with one property less', use: { a: 1 } },
    { name: 'a body with another order of a list', use: { a: 1, list: [2, 1] } },
    { name: 'a body with an object, not a list', use: { a: 1, list: { 0: 1, 1: 2 } } },
    { name: 'a body with a nested list', use: { a: 1, list: [[1, 2]] } },
    { name: 'a body with a shorter list', use: { a: 1, list: [1], 2: [] } },
    { name: 'a body with swapped values', use: { a: [1, 2], list: 1 } },
    { name: 'a body with a string instead of a list', use: { a: 1, list: '[1,2]' } },
    { name: 'a body with one more digit', use: { a: 11, list: [1, 2] } },
    { name: 'a body with a quote in place of a value', use: { a: '1,"list":[1,2]' } },
    { name: 'no body', use: undefined },
  ])('rejects $name under the same key', ({ use }) => {
    const guard = setUp();
    guard('key', { a: 1, list: [1, 2] });

    expect(() => guard('key', use)).toThrow(rejection);
    expect(() => guard('key', use)).toThrow(
      '`idempotencyKey` must be another one: it was already used for something else.',
    );
  });

  it('names the remedy when the first use ended with an unknown outcome', () => {
    const guard = createKeyGuard();
    guard.end(guard.use('key', 1, 0), 'unknown');

    expect(() => guard.use('key', 2, 0)).toThrow(
      'A call with this `idempotencyKey` and another body may have taken effect. Repeat or reconcile that call.',
    );
  });

  it('rejects another operation with the same body', () => {
    const guard = createKeyGuard();
    guard.use('key', ['capturePayment', { body: {} }], 0);

    expect(() => guard.use('key', ['voidPayment', { body: {} }], 0)).toThrow(rejection);
  });

  it('remembers the first use after it rejected another one', () => {
    const guard = setUp();
    guard('key', 1);
    expect(() => guard('key', 2)).toThrow(rejection);

    expect(() => guard('key', 1)).not.toThrow();
  });

  it('accepts different bodies under different keys', () => {
    const guard = setUp();
    guard('a', 1);

    expect(() => guard('b', 2)).not.toThrow();
  });

  it('remembers at least its capacity of keys that took effect, and at most twice as many', () => {
    const guard = createKeyGuard(2);
    const succeed = (key: string) => guard.end(guard.use(key, 1, 0), undefined);
    for (const key of ['first', 'second', 'third', 'fourth', 'fifth']) succeed(key);

    expect(() => guard.use('fourth', 2, 0)).toThrow(rejection);
    expect(() => guard.use('fifth', 2, 0)).toThrow(rejection);
    expect(() => guard.use('first', 2, 0)).not.toThrow();
  });

  it.each<{ name: string; outcome: 'unknown' | undefined }>([
    { name: 'whose outcome is unknown', outcome: 'unknown' },
    { name: 'that is in use', outcome: undefined },
  ])('remembers a key $name, whatever succeeds under others', ({ outcome }) => {
    const guard = createKeyGuard(2);
    const record = guard.use('key', 1, 0);
    if (outcome) guard.end(record, outcome);
    for (let other = 0; other < 100; other += 1) guard.end(guard.use(`key-${other}`, 1, 0), undefined);

    expect(guard.find('key')).toBe(record);
    expect(() => guard.use('key', 2, 0)).toThrow();
  });

  it('remembers at least ten times its capacity of keys whose outcome is unknown, and at most twice as many', () => {
    const guard = createKeyGuard(1);
    for (let key = 1; key <= 21; key += 1) guard.end(guard.use(`${key}`, 1, 0), 'unknown');

    expect(guard.find('11')).toBeDefined();
    expect(guard.find('1')).toBeUndefined();
  });

  it('remembers a key longer that is used again', () => {
    const guard = createKeyGuard(2);
    for (const key of ['a', 'b', 'c', 'a', 'd', 'e']) guard.end(guard.use(key, 1, 0), undefined);

    expect(guard.find('a')).toBeDefined();
    expect(guard.find('b')).toBeUndefined();
  });

  it('remembers a key as one that took effect once a repetition of an unknown call succeeded', () => {
    const guard = createKeyGuard(1);
    guard.end(guard.use('key', 1, 0), 'unknown');
    guard.end(guard.use('key', 1, 0), undefined);
    expect(guard.find('key')).toMatchObject({ isOutcomeUnknown: false });
    for (const key of ['a', 'b']) guard.end(guard.use(key, 1, 0), undefined);

    expect(guard.find('key')).toBeUndefined();
  });

  it('forgets a key when its only use had no effect', () => {
    const guard = setUp();
    guard('key', 1)();

    expect(() => guard('key', 2)).not.toThrow();
    expect(() => guard('key', 1)).toThrow(rejection);
  });

  it('forgets a key after others were used', () => {
    const guard = setUp(1);
    const forget = guard('first', 1);
    guard('second', 1);
    forget();

    expect(() => guard('first', 2)).not.toThrow();
  });

  it('remembers a key as long as one of its uses may have had an effect', () => {
    const guard = setUp();
    const forgetFirst = guard('key', 1);
    const forgetSecond = guard('key', 1);
    forgetSecond();

    expect(() => guard('key', 2)).toThrow(rejection);
    forgetFirst();
    expect(() => guard('key', 2)).not.toThrow();
  });

  it('does not forget a later use of a key that it dropped in between', () => {
    const guard = setUp(1);
    const forget = guard('key', 1);
    for (let other = 0; other < 20; other += 1) guard(`other-${other}`, 1);
    guard('key', 2);
    forget();

    expect(() => guard('key', 3)).toThrow(rejection);
  });
});

// The sibling of slow tests has thousands.
testBodies(500);

describe('an idempotency key that is used again', () => {
  function setUp(respond?: Parameters<typeof testFetch>[0]) {
    const { fetch, operationRequests } = testFetch(respond);
    return { operationRequests, client: createClient({ ...CREDENTIALS, fetch, signing: SIGNING }) };
  }

  it('is sent again for the same call', async () => {
    const { client, operationRequests } = setUp();

    await client.requestPayment(PAYMENT, KEY);
    await client.requestPayment(Object.fromEntries(Object.entries(PAYMENT).reverse()) as typeof PAYMENT, KEY);

    expect(operationRequests).toHaveLength(2);
  });

  it('is sent again for the same refund, although timestamp and signature differ', async () => {
    const { client, operationRequests } = setUp();

    await client.refundPayment(PAYMENT_ID, REFUND, KEY);
    await client.refundPayment(PAYMENT_ID, REFUND, KEY);

    expect(operationRequests).toHaveLength(2);
  });

  it.each<{ name: string; call: (client: ReturnType<typeof setUp>['client']) => PromiseLike<unknown> }>([
    { name: 'body', call: (client) => client.capturePayment(PAYMENT_ID, { amount: 401 }, KEY) },
    { name: 'call without a body', call: (client) => client.capturePayment(PAYMENT_ID, undefined, KEY) },
    { name: 'payment', call: (client) => client.capturePayment(OTHER_ID, { amount: 400 }, KEY) },
    {
      name: 'operation',
      call: (client) => client.incrementAuthorization(PAYMENT_ID, { amount: 400 }, KEY),
    },
  ])('sends nothing for another $name', async ({ call }) => {
    const { client, operationRequests } = setUp();
    await client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);

    const error = await catchError(call(client));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', idempotencyKey: 'order-17' });
    expect(error.attempts).toEqual([]);
    expect(error.message).toContain('`idempotencyKey`');
    expect(operationRequests).toHaveLength(1);
  });

  it('sends nothing for another body under a generated key whose outcome is unknown', async () => {
    const { client, operationRequests } = setUp(() => Promise.reject(new TypeError('terminated')));
    const send = (amount: number, idempotencyKey?: string) =>
      catchError(client.capturePayment(PAYMENT_ID, { amount }, { idempotencyKey, maxRetries: 0 }));
    const { idempotencyKey, outcome } = await send(400);

    const other = await send(401, idempotencyKey);
    const same = await send(400, idempotencyKey);

    expect([outcome, same.outcome]).toEqual(['unknown', 'unknown']);
    expect(other).toMatchObject({ kind: 'config', outcome: 'unknown', attempts: [] });
    expect(other.message).not.toContain('another one');
    expect(operationRequests).toHaveLength(2);
  });

  it('sends nothing for another body while the first call is in progress', async () => {
    const { client, operationRequests } = setUp();

    const [first, second] = await Promise.allSettled([
      client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY),
      client.capturePayment(PAYMENT_ID, { amount: 401 }, KEY),
    ]);

    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { kind: 'config', outcome: 'not_sent' } });
    expect(operationRequests).toHaveLength(1);
  });

  it('can be used for the correct body after a body that was refused', async () => {
    let calls = 0;
    const { client, operationRequests } = setUp(() => {
      calls += 1;
      return Response.json({}, { status: calls === 1 ? 422 : 200 });
    });
    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY));

    await client.capturePayment(PAYMENT_ID, { amount: 300 }, KEY);
    const third = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY));

    expect(error.outcome).toBe('rejected');
    expect(third).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(operationRequests.map(({ body }) => body)).toEqual(['{"amount":400}', '{"amount":300}']);
  });

  it('can be used for another body after a call that got no token and was never sent', async () => {
    const { fetch, operationRequests } = testFetch();
    let requests = 0;
    const client = createClient({
      ...CREDENTIALS,
      fetch: async (url, init) => {
        requests += 1;
        return requests === 1
          ? Response.json({ error: 'invalid_client' }, { status: 400 })
          : fetch(url, init);
      },
    });
    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY));

    await client.capturePayment(PAYMENT_ID, { amount: 300 }, KEY);

    expect(error.outcome).toBe('not_sent');
    expect(operationRequests.map(({ body }) => body)).toEqual(['{"amount":300}']);
  });

  it('can be used for the correct body after a body that never reached the API', async () => {
    const tokens = await startApi();
    const baseUrl = await refusingUrl();
    const client = createClient({ ...CREDENTIALS, baseUrl, tokenUrl: `${tokens.url}${TOKEN_PATH}` });
    const options = { ...KEY, maxRetries: 0 };
    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));
    const server = createServer((_, response) => sendReply(response, { body: {} }));
    onTestFinished(() => close(server));
    await new Promise<void>((resolve) => server.listen(Number(new URL(baseUrl).port), '127.0.0.1', resolve));

    await client.capturePayment(PAYMENT_ID, { amount: 300 }, options);
    const third = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));

    expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent' });
    expect(third).toMatchObject({ kind: 'config', outcome: 'not_sent' });
  });

  it('can be used for the correct body under the generated key of a refused call', async () => {
    let calls = 0;
    const { client, operationRequests } = setUp(() => {
      calls += 1;
      return calls === 1 ? Response.json({}, { status: 422 }) : Response.json({});
    });
    const { idempotencyKey } = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }));

    await client.capturePayment(PAYMENT_ID, { amount: 300 }, { idempotencyKey });

    expect(operationRequests).toHaveLength(2);
  });

  it.each<{ name: string; respond: () => Response | Promise<Response>; outcome: string }>([
    {
      name: 'an unknown outcome',
      respond: () => Promise.reject(new TypeError('terminated')),
      outcome: 'unknown',
    },
    { name: 'a success', respond: () => Response.json({}), outcome: 'not_sent' },
  ])(
    'sends nothing for another body after $name, even if a repetition was refused',
    async ({ respond, outcome }) => {
      let calls = 0;
      const { client, operationRequests } = setUp(() => {
        calls += 1;
        return calls === 1 ? respond() : Response.json({}, { status: 422 });
      });
      const send = (amount: number) =>
        Promise.allSettled([client.capturePayment(PAYMENT_ID, { amount }, { ...KEY, maxRetries: 0 })]);
      await send(400);
      await send(400);

      const [result] = await send(300);

      expect(result).toMatchObject({ reason: { kind: 'config', outcome } });
      expect(operationRequests).toHaveLength(2);
    },
  );

  it('sends nothing for another body while another call with the key is open', async () => {
    let refuse = () => {};
    let calls = 0;
    const { client, operationRequests } = setUp(() => {
      calls += 1;
      if (calls > 1) return Response.json({}, { status: 422 });
      return new Promise((resolve) => {
        refuse = () => resolve(Response.json({}, { status: 422 }));
      });
    });
    const open = catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY));
    await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY));

    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 300 }, KEY));
    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    refuse();
    await open;
    await catchError(client.capturePayment(PAYMENT_ID, { amount: 300 }, KEY));

    expect(operationRequests.map(({ body }) => body).at(-1)).toBe('{"amount":300}');
  });

  it('is not known to another client', async () => {
    await setUp().client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);
    const { client, operationRequests } = setUp();

    await client.capturePayment(PAYMENT_ID, { amount: 401 }, KEY);

    expect(operationRequests).toHaveLength(1);
  });

  it.each<{ name: string; refund: Record<string, unknown> }>([
    { name: 'was malformed', refund: { ...REFUND, refund_amount: -1 } },
    { name: 'could not be signed', refund: { ...REFUND, refund_amount: 1e21 } },
    { name: 'could not be represented as JSON', refund: { ...REFUND, reference: 1n } },
  ])(
    'can be used for the correct body after a body that $name, because nothing was sent',
    async ({ refund }) => {
      const { client, operationRequests } = setUp();
      await catchError(client.refundPayment(PAYMENT_ID, refund as typeof REFUND, KEY));

      await client.refundPayment(PAYMENT_ID, REFUND, KEY);

      expect(operationRequests).toHaveLength(1);
    },
  );
});
