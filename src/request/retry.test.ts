import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { LddPayEvent } from '../events.js';
import { inFlightReply } from '../testing/behavior.js';
import { read, search, write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { PAYMENT, PAYMENT_ID, REFUND, SECRETS } from '../testing/fixtures.js';
import { FakePlatform, until } from '../testing/platform.js';
import { unhandledRejections } from '../testing/promises.js';
import { setUpRetries, TYPICAL, testRefusedConnection, testRetries } from '../testing/retries.js';
import { startServer } from '../testing/server.js';
import { createTestClient } from '../testing/test-client.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

// The other cases are in `retry.writes.slow.test.ts`, and those of a read in `retry.reads.slow.test.ts`.
testRetries('a write', write, TYPICAL);
testRefusedConnection('a write', write);

it('uses maxRetries of the client when the call sets none', async () => {
  const server = await startUnreliableServer(() => 503);
  const platform = new FakePlatform();
  const client = createTestClient(server, platform, { maxRetries: 0 });
  await client.getToken();

  await catchError(platform.drive(write(client)));
  expect(server.requests).toHaveLength(1);
  await catchError(platform.drive(write(client, { maxRetries: 1 })));
  expect(server.requests).toHaveLength(3);
});

describe('a retried write', () => {
  it('takes effect once, with one key, when its response is lost', async () => {
    const { server, platform, client } = await setUpRetries(['reset-after', 'reset-after']);

    const { idempotencyKey, attempts } = await platform.drive(write(client).withResponse());

    expect(idempotencyKey).toEqual(expect.any(String));
    expect(server.keys).toEqual([idempotencyKey, idempotencyKey, idempotencyKey]);
    expect(server.effects).toEqual([idempotencyKey]);
    expect(attempts.map(({ status }) => status)).toEqual([undefined, undefined, 200]);
  });

  it('keeps the key of the caller', async () => {
    const { server, platform, client } = await setUpRetries([503, 'reset-before']);

    await platform.drive(write(client, { idempotencyKey: 'order-17' }));

    expect(server.keys).toEqual(['order-17', 'order-17', 'order-17']);
    expect(server.effects).toEqual(['order-17']);
  });

  it('sends the same body and signature again, even if the caller changes the body meanwhile', async () => {
    const { server, platform, client } = await setUpRetries([503]);
    const body = { ...REFUND };

    const call = client.refundPayment(PAYMENT_ID, body);
    await until(() => server.requests.length === 1, 'the first request');
    body.pnm_payment_identifier = 'changed';
    await platform.drive(call);

    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.body).toBe(server.requests[0]?.body);
  });

  it('does not modify the options and the body of the caller', async () => {
    const { platform, client } = await setUpRetries([503, 'reset-after']);
    const options = Object.freeze({ headers: Object.freeze({ 'X-Trace': 'trace-1' }) });
    const body = Object.freeze({ amount: 400, metadata: Object.freeze({ order: '17' }) });
    const before = structuredClone({ options, body });

    await platform.drive(client.capturePayment(PAYMENT_ID, body, options));

    expect({ options, body }).toEqual(before);
  });

  it('has another key than another call with the same options', async () => {
    const { server, platform, client } = await setUpRetries([503]);
    const options = {};

    await platform.drive(write(client, options));
    await platform.drive(write(client, options));

    expect(server.keys).toHaveLength(3);
    expect(server.effects).toHaveLength(2);
  });
});

it('retries a search, which is a POST without a key', async () => {
  const { server, platform, client } = await setUpRetries(['reset-before', 503]);

  await platform.drive(search(client));

  expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
  expect(server.keys).toEqual([undefined, undefined, undefined]);
});

it.each([301, 302, 303, 307, 308])('neither follows nor retries a %i to another origin', async (status) => {
  const elsewhere = await startServer(() => ({ body: {} }));
  const headers = { Location: `${elsewhere.url}/payments` };
  const { server, client } = await setUpRetries(() => ({ status, headers }));

  expect(await catchError(write(client))).toMatchObject({ kind: 'api', status, outcome: 'unknown' });
  expect(await catchError(read(client))).toMatchObject({ kind: 'api', status });
  expect(server.requests).toHaveLength(2);
  expect(elsewhere.requests).toEqual([]);
});

describe('the back-off', () => {
  it.each([
    { randomness: 0, delays: [0, 0, 0, 0, 0, 0] },
    { randomness: 0.5, delays: [250, 500, 1000, 2000, 4000, 4000] },
    { randomness: 0.75, delays: [375, 750, 1500, 3000, 6000, 6000] },
  ])(
    'is random × min(8 s, 0.5 s × 2ⁿ): $delays for the random number $randomness',
    async ({ randomness, delays }) => {
      const { platform, client, events } = await setUpRetries(() => 503);
      platform.randomness = randomness;

      const error = await catchError(platform.drive(write(client, { maxRetries: 6 })));

      expect(error.attempts.map(({ delayMs }) => delayMs ?? 0)).toEqual([0, ...delays]);
      expect(events.filter(({ type }) => type === 'retry').map(({ delayMs }) => delayMs)).toEqual(delays);
    },
  );

  it('delays the next attempt by its whole length', async () => {
    const { server, platform, client } = await setUpRetries([503]);
    const call = write(client);
    await until(() => platform.pending[0] === 250, 'the back-off');

    await platform.advance(249);
    expect(server.requests).toHaveLength(1);
    await platform.advance(1);
    await call;

    expect(server.requests).toHaveLength(2);
  });

  it.each([409, 429] as const)(
    'is at least min(8 s, 2 s × 2ⁿ) and jittered while the first request is in flight: %i',
    async (status) => {
      const { platform, client } = await setUpRetries(() => inFlightReply(status));

      const error = await catchError(platform.drive(write(client, { maxRetries: 4 })));

      const delays = error.attempts.slice(1).map(({ delayMs }) => delayMs ?? 0);
      expect(delays).toHaveLength(4);
      for (const [n, min] of [2000, 4000, 8000, 8000].entries()) {
        expect(delays[n]).toBeGreaterThanOrEqual(min);
        expect(delays[n]).toBeLessThanOrEqual(min * 2);
      }
      expect(delays[0], 'jitter').toBeGreaterThan(2000);
    },
  );

  it('is the usual one after a 429 that is a rate limit', async () => {
    const { platform, client } = await setUpRetries([
      { status: 429, body: { error_codes: ['too_many_requests'] } },
    ]);

    const { attempts } = await platform.drive(write(client).withResponse());

    expect(attempts[1]?.delayMs).toBe(250);
  });
});

describe('Retry-After', () => {
  const date = (ms: number) => new Date(new FakePlatform().date() + ms).toUTCString();
  const replyWith = (status: number, value: string) => ({
    status,
    headers: { 'Retry-After': value, Date: date(0) },
    body: {},
  });
  const TWO_DAYS = 172_800;

  it.each([
    { form: '120 s', value: '120', ms: 120_000 },
    { form: 'a date in 120 s', value: date(120_000), ms: 120_000 },
    { form: 'two days', value: String(TWO_DAYS), ms: TWO_DAYS * 1000 },
    { form: 'a date in two days', value: date(TWO_DAYS * 1000), ms: TWO_DAYS * 1000 },
  ])(
    'of $form ends the call at once, because it exceeds the deadline, and the error contains it',
    async ({ value, ms }) => {
      const { server, platform, client } = await setUpRetries([
        replyWith(429, value),
        replyWith(503, value),
        replyWith(503, value),
      ]);
      const start = platform.now();

      expect(await catchError(write(client))).toMatchObject({
        kind: 'api',
        status: 429,
        outcome: 'rejected',
        retryAfterMs: ms,
        safeToRetry: true,
      });
      expect(await catchError(write(client))).toMatchObject({
        kind: 'api',
        status: 503,
        outcome: 'unknown',
        retryAfterMs: ms,
        safeToRetry: true,
      });
      expect(await catchError(read(client))).toMatchObject({ kind: 'api', status: 503, retryAfterMs: ms });
      expect(server.requests).toHaveLength(3);
      expect(platform.pending).toEqual([]);
      expect(platform.now()).toBe(start);
    },
  );

  it('of exactly the time that is left ends the call at once', async () => {
    const { server, platform, client } = await setUpRetries([replyWith(503, '5')]);

    const error = await catchError(write(client, { deadline: 5000 }));

    expect(error).toMatchObject({ kind: 'api', status: 503, retryAfterMs: 5000 });
    expect(server.requests).toHaveLength(1);
    expect(platform.pending).toEqual([]);
  });

  it.each([
    { form: '1 s', value: '1', ms: 1000 },
    { form: '80 s', value: '80', ms: 80_000 },
    { form: 'a date in 5 s', value: date(5000), ms: 5000 },
  ])('of $form delays the next attempt by its whole length', async ({ value, ms }) => {
    const { server, platform, client, events } = await setUpRetries([replyWith(429, value)]);
    const call = write(client).withResponse();
    await until(() => events.some(({ type }) => type === 'retry'), 'the retry');
    await until(() => platform.pending.length > 0, 'the back-off');

    await platform.advance(ms - 1);
    expect(server.requests).toHaveLength(1);
    // The back-off can be added to it.
    await platform.advance(501);
    const { attempts } = await call;

    expect(server.requests).toHaveLength(2);
    expect(attempts[1]?.delayMs).toBeGreaterThanOrEqual(ms);
  });

  it.each(['0', 'soon', '-5', '', date(-60_000)])(
    'of %j, which is no wait, does not change the back-off',
    async (value) => {
      const { platform, client } = await setUpRetries([replyWith(503, value)]);

      const { attempts } = await platform.drive(write(client).withResponse());

      expect(attempts[1]?.delayMs).toBe(250);
    },
  );

  it('is on the error after the last attempt, and missing when the response has none', async () => {
    const { client } = await setUpRetries([replyWith(429, '7'), 422]);

    expect(await catchError(write(client, { maxRetries: 0 }))).toMatchObject({ retryAfterMs: 7000 });
    expect((await catchError(write(client))).retryAfterMs).toBeUndefined();
  });
});

describe('an abort during the back-off', () => {
  it('ends the call while time stands still, and leaves no timer and no listener', async () => {
    const { server, platform, client, events } = await setUpRetries([503]);
    const controller = new AbortController();
    const add = vi.spyOn(controller.signal, 'addEventListener');
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => events.some(({ type }) => type === 'retry'), 'the retry');
    await until(() => platform.pending[0] === 250, 'the back-off');

    controller.abort('enough');
    const error = await failure;

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: 'enough' });
    expect(error.attempts).toMatchObject([{ status: 503 }]);
    expect(platform.pending).toEqual([]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(remove.mock.calls.length).toBeGreaterThanOrEqual(add.mock.calls.length);
    expect(server.requests).toHaveLength(1);
  });

  it('prevents all later attempts', async () => {
    const { server, platform, client } = await setUpRetries(['reset-after']);
    const controller = new AbortController();
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => platform.pending[0] === 250, 'the back-off');

    controller.abort();
    await failure;
    await platform.advance(60_000);

    expect(server.requests).toHaveLength(1);
  });
});

it('leaves no listener on the signal of a retried call', async () => {
  const { platform, client } = await setUpRetries([503, 'reset-before']);
  const { signal } = new AbortController();

  await platform.drive(write(client, { signal }));

  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(platform.pending).toEqual([]);
});

describe('the attempts of a call', () => {
  it('are recorded with status, request id, error code, duration and wait', async () => {
    const { server, platform, client } = await setUpRetries([
      { status: 503, body: { error_codes: ['service_unavailable'] } },
      'reset-before',
      422,
    ]);

    const { attempts } = await catchError(platform.drive(write(client)));

    expect(server.requests).toHaveLength(3);
    expect(attempts).toMatchObject([
      { status: 503, requestId: 'req_1', errorCode: 'service_unavailable' },
      { delayMs: 250 },
      { status: 422, requestId: 'req_3', delayMs: 500 },
    ]);
    expect(attempts[1]?.status).toBeUndefined();
    for (const { ms } of attempts) expect(ms).toBe(0);
  });

  it('are recorded with the duration of an attempt that timed out', async () => {
    const { server, platform, client } = await setUpRetries(['silent']);

    const { attempts } = await platform.drive(write(client).withResponse(), server);

    expect(attempts).toMatchObject([{ ms: 30_000 }, { ms: 0, status: 200, delayMs: 250 }]);
  });
});

describe('the events of a call', () => {
  it('come in the order of the attempts', async () => {
    const { server, platform, client, events } = await setUpRetries([503]);

    const { idempotencyKey } = await platform.drive(write(client).withResponse());

    const common = {
      operationId: 'capturePayment',
      method: 'POST',
      urlTemplate: '/payments/{id}/captures',
    };
    expect(server.requests).toHaveLength(2);
    expect(events).toMatchObject([
      { ...common, type: 'request', attempt: 1, idempotencyKey },
      { ...common, type: 'response', attempt: 1, status: 503, requestId: 'req_1', ms: 0 },
      { ...common, type: 'retry', kind: 'api', status: 503, requestId: 'req_1', ms: 0, delayMs: 250 },
      { ...common, type: 'request', attempt: 2, idempotencyKey },
      { ...common, type: 'response', attempt: 2, status: 200, requestId: 'req_2', ms: 0 },
    ]);
  });

  it('end with the error when the call fails', async () => {
    const { platform, client, events } = await setUpRetries([503, 422]);

    await catchError(platform.drive(write(client)));

    expect(events.map(({ type }) => type)).toEqual([
      'request',
      'response',
      'retry',
      'request',
      'response',
      'error',
    ]);
    expect(events.at(-1)).toMatchObject({ operationId: 'capturePayment', attempt: 2, status: 422 });
  });

  it('contain the key before the server receives it', async () => {
    const server = await startUnreliableServer(['reset-before']);
    const platform = new FakePlatform();
    const requestEvents: { key: string | undefined; seen: number }[] = [];
    const client = createTestClient(server, platform, {
      onEvent: ({ type, operationId, idempotencyKey }) => {
        if (type !== 'request' || operationId !== 'capturePayment') return;
        requestEvents.push({ key: idempotencyKey, seen: server.requests.length });
      },
    });

    const { idempotencyKey: key } = await platform.drive(write(client).withResponse());

    expect(requestEvents).toEqual([
      { key, seen: 0 },
      { key, seen: 1 },
    ]);
    expect(server.keys).toEqual([key, key]);
  });

  it('report each obtained token once', async () => {
    const server = await startUnreliableServer();
    const platform = new FakePlatform();
    const events: LddPayEvent[] = [];
    const client = createTestClient(server, platform, { onEvent: (event) => events.push(event) });

    await write(client);
    const tokenEvents = events.filter(({ type }) => type === 'token').length;
    await write(client);

    expect(tokenEvents).toBe(1);
    expect(events.filter(({ type }) => type === 'token')).toMatchObject([{ status: 200 }]);
  });

  it('contain neither headers, bodies and secrets nor ids of payments', async () => {
    const server = await startUnreliableServer([503, 'reset-after', 'succeed', 'html', 401, 422]);
    const platform = new FakePlatform();
    const events: LddPayEvent[] = [];
    const client = createTestClient(server, platform, { onEvent: (event) => events.push(event) });

    await platform.drive(client.requestPayment(PAYMENT, { headers: { 'X-Trace': 'hush-header' } }));
    await catchError(platform.drive(client.requestPayment(PAYMENT)));
    await catchError(platform.drive(client.refundPayment(PAYMENT_ID, REFUND)));

    const allowed = [
      'type',
      'callId',
      'kind',
      'outcome',
      'problem',
      'operationId',
      'method',
      'urlTemplate',
      'attempt',
      'status',
      'requestId',
      'ms',
      'delayMs',
      'idempotencyKey',
    ];
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['request', 'response', 'retry', 'token', 'error']),
    );
    for (const event of events) expect(allowed).toEqual(expect.arrayContaining(Object.keys(event)));
    const text = JSON.stringify(events);
    for (const secret of [...Object.values(SECRETS), 'hush', PAYMENT_ID, REFUND.pnm_payment_identifier]) {
      expect(text).not.toContain(secret);
    }
  });

  it('do not disturb the call when the listener throws', async () => {
    const server = await startUnreliableServer([503, 'succeed', 422]);
    const platform = new FakePlatform();
    const onEvent = vi.fn(() => {
      throw new Error('of the listener');
    });
    const client = createTestClient(server, platform, { onEvent });

    expect(await platform.drive(write(client))).toMatchObject({ id: PAYMENT_ID });
    expect(await catchError(platform.drive(write(client)))).toMatchObject({ kind: 'api', status: 422 });
    expect(onEvent.mock.calls.length).toBeGreaterThan(6);
  });

  it('do not disturb the call when the listener is asynchronous and rejects', async () => {
    const server = await startUnreliableServer([503]);
    const platform = new FakePlatform();
    const unhandled = unhandledRejections();
    const client = createTestClient(server, platform, {
      onEvent: (() => Promise.reject(new Error('of the listener'))) as () => void,
    });

    await platform.drive(write(client));

    expect(await unhandled()).toEqual([]);
  });
});
