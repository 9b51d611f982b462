import { describe, expect, it } from 'vitest';
import { assembleClient } from '../client.js';
import type { LddPayError } from '../errors.js';
import type { LddPayEvent } from '../events.js';
import { type Behavior, named } from '../testing/behavior.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID, REFUND } from '../testing/fixtures.js';
import { createPaymentsApi } from '../testing/payments-api.js';
import { FakePlatform } from '../testing/platform.js';
import { createTestClient } from '../testing/test-client.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

const KEY = { idempotencyKey: 'order-17', maxRetries: 0 };
const HOUR = 3_600_000;

/** An API whose clock the test sets, with a client whose own clocks are elsewhere. */
async function setUp(behaviors: readonly Behavior[], keyLifetime?: number) {
  const apiClock = { now: Date.parse('2026-11-26T10:00:00.000Z') };
  const queue = [...behaviors];
  const server = await startUnreliableServer(() => queue.shift() ?? 'succeed');
  const platform = new FakePlatform();
  const client = createTestClient(server, platform, {
    keyLifetime,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const headers = new Headers(response.headers);
      headers.set('date', new Date(apiClock.now).toUTCString());
      return new Response(response.status === 204 ? null : await response.text(), {
        status: response.status,
        headers,
      });
    },
  });
  const capture = (amount = 400): Promise<LddPayError> =>
    catchError(client.capturePayment(PAYMENT_ID, { amount }, KEY));
  return { apiClock, server, platform, client, capture };
}

/** Sets up a client of the unreliable server itself, whose errors show what was sent. */
async function setUpPlain(behaviors: readonly Behavior[]) {
  const server = await startUnreliableServer(behaviors);
  const platform = new FakePlatform();
  const client = createTestClient(server, platform);
  await client.getToken();
  const send = () => catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY));
  return { server, platform, client, send };
}

describe('a key of which a call ended with an unknown outcome', () => {
  it.each(named(['refuse', 401, 403, 404, 422, 429]))('keeps it after %s', async (_, behavior) => {
    const { send } = await setUpPlain(['reset-after', behavior, behavior]);

    expect((await send()).outcome).toBe('unknown');
    const later = await send();

    expect(later).toMatchObject({ outcome: 'unknown', safeToRetry: true, idempotencyKey: 'order-17' });
  });

  it('keeps it after a call that was aborted before it was sent', async () => {
    const { client, send } = await setUpPlain(['reset-after']);
    await send();

    const options = { ...KEY, signal: AbortSignal.abort() };
    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('keeps it after arguments that cannot be sent', async () => {
    const { client, send } = await setUpPlain(['reset-after']);
    await send();

    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: -1 }, KEY));

    expect(error).toMatchObject({ kind: 'config', outcome: 'unknown' });
  });

  it('is settled by a success, after which another body is a mistake of the caller', async () => {
    const { client, send } = await setUpPlain(['reset-after', 'succeed']);
    await send();
    await client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);

    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 300 }, KEY));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
  });

  it('is not said to be rejected after a success either', async () => {
    const { client, send } = await setUpPlain(['succeed', 403]);
    await client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);

    expect((await send()).outcome).toBe('unknown');
  });

  it('is not said to be unsent after a success, or while a call with it is in progress', async () => {
    const { client } = await setUpPlain(['succeed', 'succeed']);
    const abort = () => {
      const options = { ...KEY, signal: AbortSignal.abort() };
      return catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));
    };

    const first = client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);
    const during = await abort();
    await first;

    expect(during).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
    expect(await abort()).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('has no effect on other keys', async () => {
    const { client, send } = await setUpPlain(['reset-after', 403]);
    await send();

    const options = { idempotencyKey: 'order-18', maxRetries: 0 };
    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));

    expect(error.outcome).toBe('rejected');
  });

  it('counts for a generated key that is given again', async () => {
    const { client, server } = await setUpPlain(['reset-after', 403]);
    const { idempotencyKey } = await catchError(
      client.capturePayment(PAYMENT_ID, { amount: 400 }, { maxRetries: 0 }),
    );

    const options = { idempotencyKey, maxRetries: 0 };
    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));

    expect(error).toMatchObject({ outcome: 'unknown', status: 403 });
    expect(new Set(server.keys).size).toBe(1);
  });
});

describe('the lifetime of a key', () => {
  it('is counted by the clock of the API, from the first request', async () => {
    const { apiClock, platform, capture } = await setUp([503, 503]);
    const sentAt = apiClock.now;
    const first = await capture();
    expect(first.keyExpiresAt).toBe(sentAt + 24 * HOUR);
    expect(first.safeToRetry).toBe(true);

    apiClock.now += HOUR;
    await platform.advance(HOUR);
    expect((await capture()).keyExpiresAt).toBe(sentAt + 24 * HOUR);
  });

  it('ends `safeToRetry` of an error while the program waits', async () => {
    const { platform, capture } = await setUp([503]);
    const error = await capture();

    await platform.advance(24 * HOUR - 2_000);
    expect(error.safeToRetry).toBe(true);
    await platform.advance(2_000);

    expect(error.safeToRetry).toBe(false);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ safeToRetry: false });
  });

  it('ends by a later response, although the clocks of this machine stood still', async () => {
    const { apiClock, client, capture } = await setUp([503]);
    const error = await capture();

    apiClock.now += 24 * HOUR;
    await client.getPaymentDetails(PAYMENT_ID);

    expect(error.safeToRetry).toBe(false);
  });

  it('does not start again with another call', async () => {
    const { apiClock, platform, capture } = await setUp([503, 503]);
    await capture();
    apiClock.now += 23 * HOUR;
    await platform.advance(23 * HOUR);
    const second = await capture();

    await platform.advance(HOUR);

    expect(second.safeToRetry).toBe(false);
  });

  it('starts with a call that succeeded', async () => {
    const { apiClock, platform, client, capture } = await setUp(['succeed', 503]);
    const sentAt = apiClock.now;
    await client.capturePayment(PAYMENT_ID, { amount: 400 }, KEY);
    apiClock.now += 12 * HOUR;
    await platform.advance(12 * HOUR);

    expect((await capture()).keyExpiresAt).toBe(sentAt + 24 * HOUR);
  });

  it('starts with a call that is still in progress', async () => {
    const { apiClock, server, platform, client, capture } = await setUp(['silent', 503]);
    await client.getToken();
    const sentAt = apiClock.now;
    const options = { ...KEY, attemptTimeout: 2 * HOUR, deadline: 2 * HOUR };
    const first = catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, options));
    await expect.poll(() => server.held).toBe(1);
    apiClock.now += HOUR;
    await platform.advance(HOUR);

    expect((await capture()).keyExpiresAt).toBe(sentAt + 24 * HOUR);
    await platform.advance(HOUR);
    expect((await first).keyExpiresAt).toBe(sentAt + 24 * HOUR);
  });

  it('starts with the first call that may have taken effect', async () => {
    const { apiClock, platform, capture } = await setUp([422, 503]);
    await capture();
    apiClock.now += 23 * HOUR;
    await platform.advance(23 * HOUR);

    expect((await capture()).keyExpiresAt).toBe(apiClock.now + 24 * HOUR);
  });

  it('is an option', async () => {
    const { apiClock, platform, capture } = await setUp([503], HOUR);
    const error = await capture();

    expect(error.keyExpiresAt).toBe(apiClock.now + HOUR);
    await platform.advance(HOUR);
    expect(error.safeToRetry).toBe(false);
  });

  it('is not said where nothing was sent', async () => {
    const { client } = await setUpPlain(['refuse']);

    const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: -1 }, KEY));

    expect(error).toMatchObject({ outcome: 'not_sent', keyExpiresAt: undefined });
  });

  it('ends the retries of a call', async () => {
    const reply = { status: 503, headers: { 'retry-after': '7200' } };
    const { client, server, platform } = await setUp([reply], HOUR);
    const options = { idempotencyKey: 'order-17', deadline: 24 * HOUR };

    const error = await catchError(platform.drive(client.capturePayment(PAYMENT_ID, {}, options)));

    expect(error).toMatchObject({ status: 503, outcome: 'unknown' });
    expect(server.requests).toHaveLength(1);
  });

  it('does not limit the retries of reads', async () => {
    const { client, server, platform } = await setUp([503], 0);

    await platform.drive(client.getPaymentDetails(PAYMENT_ID));

    expect(server.requests).toHaveLength(2);
  });
});

describe('a signed body', () => {
  it('is sent again as it was under the same key, with the timestamp of the first call', async () => {
    const { client, server, platform } = await setUpPlain(['reset-after']);
    await catchError(client.refundPayment(PAYMENT_ID, REFUND, KEY));
    await platform.advance(HOUR);

    await client.refundPayment(PAYMENT_ID, REFUND, KEY);
    await client.refundPayment(PAYMENT_ID, REFUND, { idempotencyKey: 'order-18' });

    const [first, second, other] = server.requests.map(({ body }) => body);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('is sent again as it was under a generated key whose outcome is unknown', async () => {
    const { client, server, platform } = await setUpPlain(['reset-after']);
    const { idempotencyKey } = await catchError(client.refundPayment(PAYMENT_ID, REFUND, { maxRetries: 0 }));
    await platform.advance(HOUR);

    await client.refundPayment(PAYMENT_ID, REFUND, { idempotencyKey });

    const [first, second] = server.requests.map(({ body }) => body);
    expect(second).toBe(first);
  });

  it('is signed anew after a call that had no effect', async () => {
    const { client, server, platform } = await setUpPlain([422]);
    await catchError(client.refundPayment(PAYMENT_ID, REFUND, KEY));
    await platform.advance(HOUR);

    await client.refundPayment(PAYMENT_ID, REFUND, KEY);

    const [first, second] = server.requests.map(({ body }) => body);
    expect(second).not.toBe(first);
  });
});

it('a key that succeeded is not sent again once it has expired, within a later call either', async () => {
  const api = createPaymentsApi();
  const onEvent = ({ type }: LddPayEvent) => {
    if (type === 'retry') api.wait(3_000);
  };
  const platform = api.createPlatform({ ahead: 0 });
  const client = assembleClient({ ...CREDENTIALS, fetch: api.fetch, maxRetries: 2, onEvent }, platform);
  const capture = () => client.capturePayment(PAYMENT_ID, { amount: 400 }, { idempotencyKey: 'order-17' });
  await capture();
  api.wait(24 * HOUR - 5_000);
  await client.getToken();
  api.setFate('drop-after');

  const error = await catchError(capture());

  expect(error).toMatchObject({ outcome: 'unknown', safeToRetry: false });
  expect(api.ids()).toHaveLength(1);
});

it('a key is not sent again when the machine slept for longer than it lives during the back-off', async () => {
  const api = createPaymentsApi();
  const onEvent = ({ type }: LddPayEvent) => {
    if (type === 'retry') api.sleep(30 * HOUR);
  };
  const options = { ...CREDENTIALS, fetch: api.fetch, maxRetries: 2, onEvent };
  const client = assembleClient(options, api.createPlatform({ ahead: 0 }));
  api.setFate('drop-after');

  const error = await catchError(client.capturePayment(PAYMENT_ID, { amount: 400, reference: 'ORD-17' }));

  expect(error).toMatchObject({ outcome: 'unknown', safeToRetry: false, transient: false });
  expect(error.message).toContain('The idempotency key expired');
  expect(error.attempts).toHaveLength(1);
});
