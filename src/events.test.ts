import { describe, expect, it } from 'vitest';
import { operations } from '../generated/operations.js';
import { assembleClient, type Client } from './client.js';
import type { LddPayEvent } from './events.js';
import type { ClientOptions } from './options.js';
import { calls, operationIds } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, SECRETS, SIGNING } from './testing/fixtures.js';
import { FakePlatform } from './testing/platform.js';
import { unhandledRejections } from './testing/promises.js';
import { testFetch } from './testing/test-fetch.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Creates a client that records its events, and whose requests get these responses, one after another. */
function setUp(
  responses: readonly (() => Response | Promise<Response>)[] = [],
  options: Partial<ClientOptions> = {},
) {
  const queue = [...responses];
  const transport = testFetch(() => (queue.shift() ?? (() => Response.json({})))());
  const events: LddPayEvent[] = [];
  const platform = new FakePlatform();
  const onEvent = (event: LddPayEvent) => void events.push(event);
  const all = { ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch, onEvent, ...options };
  const client = assembleClient(all, platform) as Client<true>;
  const eventsOf = (operationId: string) => events.filter((event) => event.operationId === operationId);
  return { ...transport, client, platform, events, eventsOf };
}

function respondWith(code: number, headers: Readonly<Record<string, string>> = {}) {
  return () => Response.json({}, { status: code, headers });
}

describe('events', () => {
  it('of a successful call are request and response', async () => {
    const { client, eventsOf } = setUp([respondWith(202, { 'Cko-Request-Id': 'request-1' })]);

    await client.capturePayment(PAYMENT_ID, { amount: 5 }, { idempotencyKey: 'key-1' });

    const { method, path: urlTemplate } = operations.capturePayment;
    const common = { operationId: 'capturePayment', method, urlTemplate, idempotencyKey: 'key-1' };
    expect(eventsOf('capturePayment')).toEqual([
      { ...common, type: 'request', attempt: 1, callId: expect.any(Number) },
      {
        ...common,
        type: 'response',
        attempt: 1,
        callId: expect.any(Number),
        status: 202,
        requestId: 'request-1',
        ms: 0,
      },
    ]);
  });

  it('of the first call start with those of the token request, which has its own callId', async () => {
    const { client, events } = setUp();

    await client.getPaymentDetails(PAYMENT_ID);
    await client.getPaymentDetails(PAYMENT_ID);

    expect(events.map(({ type, operationId }) => `${operationId} ${type}`)).toEqual([
      'getToken request',
      'getToken response',
      'getToken token',
      'getPaymentDetails request',
      'getPaymentDetails response',
      'getPaymentDetails request',
      'getPaymentDetails response',
    ]);
    const ids = events.map(({ callId }) => callId);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).not.toBe(ids[3]);
  });

  it('of a retry contain the wait before the next attempt', async () => {
    const { client, platform, eventsOf } = setUp([
      respondWith(503),
      () => Promise.reject(new Error('broken')),
      respondWith(202),
    ]);

    await platform.drive(client.voidPayment(PAYMENT_ID));

    expect(
      eventsOf('voidPayment').map(({ type, attempt, status, delayMs }) => ({
        type,
        attempt,
        status,
        delayMs,
      })),
    ).toEqual([
      { type: 'request', attempt: 1 },
      { type: 'response', attempt: 1, status: 503 },
      { type: 'retry', attempt: 1, status: 503, delayMs: 250 },
      { type: 'request', attempt: 2 },
      { type: 'retry', attempt: 2, delayMs: 500 },
      { type: 'request', attempt: 3 },
      { type: 'response', attempt: 3, status: 202 },
    ]);
    expect(new Set(eventsOf('voidPayment').map(({ callId }) => callId)).size).toBe(1);
    expect(new Set(eventsOf('voidPayment').map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('of a failed call end with the kind and the outcome of its error', async () => {
    const { client, eventsOf } = setUp([respondWith(422, { 'Cko-Request-Id': 'request-1' })]);

    await catchError(client.voidPayment(PAYMENT_ID));

    expect(eventsOf('voidPayment').map(({ type }) => type)).toEqual(['request', 'response', 'error']);
    expect(eventsOf('voidPayment').at(-1)).toMatchObject({
      kind: 'api',
      outcome: 'rejected',
      status: 422,
      requestId: 'request-1',
      attempt: 1,
    });
  });

  it('of a call with wrong options are the error only', async () => {
    const { client, events } = setUp();

    await catchError(client.voidPayment(PAYMENT_ID, {}, { deadline: -1 }));

    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'error', kind: 'config', outcome: 'not_sent', attempt: 0 });
  });

  it('of a failed token request come before the error of the call', async () => {
    const { client, events } = setUp([], {
      fetch: async () =>
        Response.json(
          { error: 'invalid_client' },
          { status: 400, headers: { 'Cko-Request-Id': 'request-1' } },
        ),
    });

    await catchError(client.voidPayment(PAYMENT_ID));

    expect(events.slice(1).map(({ requestId }) => requestId)).toEqual(Array(3).fill('request-1'));
    expect(events.map(({ type, operationId, kind }) => [operationId, type, kind])).toEqual([
      ['getToken', 'request', undefined],
      ['getToken', 'response', undefined],
      ['getToken', 'error', 'auth'],
      ['voidPayment', 'error', 'auth'],
    ]);
  });

  it.each(operationIds)('of %s contain the URL template instead of the URL', async (id) => {
    const { client, eventsOf } = setUp();

    await calls[id](client);

    const { method, path: urlTemplate } = operations[id];
    for (const event of eventsOf(id)) expect(event).toMatchObject({ method, urlTemplate });
    expect(eventsOf(id).length).toBeGreaterThan(1);
  });

  it('contain the idempotency key before the request is sent', async () => {
    const keys: (string | undefined)[] = [];
    const { fetch, operationRequests } = testFetch(() => {
      expect(keys).toHaveLength(1);
      return Response.json({});
    });
    const client = setUp([], {
      fetch,
      onEvent: ({ type, operationId, idempotencyKey }) => {
        if (operationId !== 'requestPayment' || type !== 'request') return;
        expect(operationRequests).toEqual([]);
        keys.push(idempotencyKey);
      },
    }).client;

    await client.requestPayment(PAYMENT);

    expect(keys).toEqual([expect.stringMatching(UUID)]);
    expect(operationRequests[0]?.headers.get('Cko-Idempotency-Key')).toBe(keys[0]);
  });

  it('of concurrent calls have different callIds', async () => {
    const { client, eventsOf } = setUp();
    await client.getToken();

    await Promise.all(Array.from({ length: 10 }, () => client.voidPayment(PAYMENT_ID)));

    const ids = new Set(eventsOf('voidPayment').map(({ callId }) => callId));
    expect(ids.size).toBe(10);
    for (const id of ids) {
      const events = eventsOf('voidPayment').filter(({ callId }) => callId === id);
      expect(events.map(({ type }) => type)).toEqual(['request', 'response']);
      expect(events[0]?.idempotencyKey).toBe(events[1]?.idempotencyKey);
    }
  });

  it('have only the documented properties, and contain no secret', async () => {
    const documented = [
      'attempt',
      'callId',
      'delayMs',
      'idempotencyKey',
      'kind',
      'method',
      'ms',
      'operationId',
      'outcome',
      'problem',
      'requestId',
      'status',
      'type',
      'urlTemplate',
    ];
    const echo = { error_codes: [SECRETS.cardNumber], error_type: SECRETS.token };
    const { client, platform, events } = setUp([
      () => Response.json(echo, { status: 503 }),
      () => Promise.reject(new Error(SECRETS.token)),
      () => Response.json(echo, { status: 422 }),
    ]);

    await platform.drive(client.requestPayment(PAYMENT).catch(() => {}));
    for (const id of operationIds) await calls[id](client, { headers: { 'X-Note': 'hush-header' } });

    expect(events.length).toBeGreaterThan(20);
    for (const event of events) {
      expect(documented).toEqual(expect.arrayContaining(Object.keys(event)));
      const printed = JSON.stringify(event);
      for (const secret of [...Object.values(SECRETS), 'hush', PAYMENT_ID])
        expect(printed).not.toContain(secret);
    }
  });
});

describe('an event listener', () => {
  it.each<{ name: string; onEvent: () => unknown }>([
    {
      name: 'throws',
      onEvent: () => {
        throw new Error('listener');
      },
    },
    { name: 'rejects', onEvent: () => Promise.reject(new Error('listener')) },
    { name: 'never settles', onEvent: () => new Promise(() => {}) },
  ])('that $name does not disturb the call, and leaves no unhandled rejection', async ({ onEvent }) => {
    const unhandled = unhandledRejections();
    const { client, platform, operationRequests } = setUp(
      [respondWith(503), respondWith(202), respondWith(422)],
      {
        onEvent: onEvent as () => void,
      },
    );

    await platform.drive(client.voidPayment(PAYMENT_ID));
    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'api', status: 422 });
    expect(operationRequests).toHaveLength(3);
    expect(await unhandled()).toEqual([]);
  });

  it('can call the client', async () => {
    const { client, events } = setUp([], {
      onEvent: ({ type, operationId }) => {
        if (type === 'response' && operationId === 'voidPayment')
          nested.push(client.getPaymentDetails(PAYMENT_ID));
      },
    });
    const nested: PromiseLike<unknown>[] = [];

    await client.voidPayment(PAYMENT_ID);

    expect(await Promise.all(nested)).toEqual([{}]);
    expect(events).toEqual([]);
  });
});
