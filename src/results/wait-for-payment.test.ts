import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import type { LddPayError } from '../errors.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { createTestClient } from '../testing/test-client.js';
import { testFetch } from '../testing/test-fetch.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';
import type { WaitOptions } from './wait-for-payment.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A status, a response, or an error of the connection. */
type Read = string | Response | Error | Promise<Response>;

/** Creates a client without retries, whose reads of the payment return what the test says, and then the last again. */
function setUp(...reads: readonly Read[]) {
  const platform = new FakePlatform();
  const times: number[] = [];
  const { fetch, operationRequests } = testFetch(() => {
    const read = reads[Math.min(times.length, reads.length - 1)] ?? 'Pending';
    times.push(platform.now());
    if (read instanceof Error) throw read;
    if (typeof read === 'string') return Response.json({ id: PAYMENT_ID, status: read });
    return read instanceof Response ? read.clone() : read;
  });
  const client = assembleClient({ ...CREDENTIALS, fetch, maxRetries: 0 }, platform);
  const startedAt = platform.now();
  return {
    client,
    platform,
    operationRequests,
    /** When the reads were made, in ms since the wait began. */
    times: () => times.map((time) => time - startedAt),
    /** Waits until time has passed, and returns what the wait ended with. */
    async wait(options: WaitOptions, ms: number): Promise<unknown> {
      const result = client.waitForPayment(PAYMENT_ID, options).catch((error: unknown) => error);
      await platform.advance(ms);
      return Promise.race([result, 'still waiting']);
    },
  };
}

const json = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  Response.json({}, { status, headers });
const never = () => new Promise<Response>(() => {});

describe('waitForPayment', () => {
  it('returns the details at once when the payment is in the state', async () => {
    const { client, platform, operationRequests } = setUp('Captured');

    expect(await client.waitForPayment(PAYMENT_ID, { until: 'Captured' })).toEqual({
      id: PAYMENT_ID,
      status: 'Captured',
    });
    expect(operationRequests.map(({ method, url }) => [method, url])).toEqual([
      ['GET', `${CREDENTIALS.baseUrl}/payments/${PAYMENT_ID}`],
    ]);
    expect(platform.pending).toEqual([]);
  });

  it.each<{ name: string; until: WaitOptions['until'] }>([
    { name: 'a status', until: 'Captured' },
    { name: 'a list of statuses', until: ['Declined', 'Captured'] },
    { name: 'a predicate', until: ({ status }) => status === 'Captured' },
    {
      name: 'an async predicate',
      until: (async ({ status }) => status === 'Captured') as (payment: { status: string }) => never,
    },
  ])('waits until $name fits', async ({ until }) => {
    const { wait, times } = setUp('Pending', 'Authorized', 'Captured');

    expect(await wait({ until }, MINUTE)).toMatchObject({ status: 'Captured' });
    expect(times()).toHaveLength(3);
  });

  it.each([
    { what: 'another payment', body: { id: 'pay_other', status: 'Captured' } },
    { what: 'a payment without a status', body: { id: PAYMENT_ID } },
    { what: 'a list', body: [] },
  ])('reads again where the response is $what, and says so at its end', async ({ body }) => {
    const other = Response.json(body);
    const until: WaitOptions['until'] = ({ status }) => status !== 'Pending';
    const { wait } = setUp(other, 'Captured');
    const { wait: waitInVain } = setUp(other);

    expect(await wait({ until }, MINUTE)).toMatchObject({ id: PAYMENT_ID });
    expect(await waitInVain({ until, timeout: MINUTE }, MINUTE)).toMatchObject({
      kind: 'timeout',
      cause: {
        kind: 'decode',
        status: 200,
        message: expect.stringContaining('something else than the payment'),
      },
    });
  });

  it('takes a payment without an id, as that of a test double', async () => {
    const { wait } = setUp(Response.json({ status: 'Captured' }));

    expect(await wait({ until: 'Captured' }, MINUTE)).toEqual({ status: 'Captured' });
  });

  it('waits for a session, whose payment has another id', async () => {
    const { client } = setUp('Captured');
    const id = PAYMENT_ID.replace('pay', 'sid');

    expect(await client.waitForPayment(id, { until: 'Captured' })).toMatchObject({ id: PAYMENT_ID });
  });

  it('waits for a status that is not documented', async () => {
    const { wait } = setUp('Pending', 'A status of tomorrow');

    expect(await wait({ until: 'A status of tomorrow' }, MINUTE)).toMatchObject({
      status: 'A status of tomorrow',
    });
  });

  it('waits for a list as it was when the wait began', async () => {
    const { client, platform } = setUp('Pending', 'Captured');
    const until = ['Captured'];

    const pending = client.waitForPayment(PAYMENT_ID, { until });
    until[0] = 'Declined';
    await platform.advance(MINUTE);

    expect(await pending).toMatchObject({ status: 'Captured' });
  });

  it('reads less and less often, at random times', async () => {
    const { wait, times, platform } = setUp('Pending');
    platform.randomness = 0.5;

    await wait({ until: 'Captured' }, MINUTE);

    const delays = times().map((time, index) => time - (times()[index - 1] ?? 0));
    expect(delays).toEqual([0, 1_500, 2_500, 4_500, 8_500, 15_500, 15_500]);
  });

  it.each([
    { randomness: 0, delay: SECOND },
    { randomness: 0.999_999, delay: 30 * SECOND },
  ])('waits $delay ms in the end when the random number is $randomness', async ({ randomness, delay }) => {
    const { wait, times, platform } = setUp('Pending');
    platform.randomness = randomness;

    await wait({ until: 'Captured', timeout: 10 * MINUTE }, 5 * MINUTE);

    const [previous = 0, last = 0] = times().slice(-2);
    expect(last - previous).toBeCloseTo(delay, -2);
    expect(last - previous).toBeLessThanOrEqual(delay);
  });

  it.each(['timeout', 'signal'])('ends by its %s while an async predicate does not', async (limit) => {
    const { wait, platform } = setUp('Pending');
    const controller = new AbortController();
    platform.setTimeout(() => controller.abort(), MINUTE);
    const until = (() => new Promise<never>(() => {})) as () => never;

    const options = limit === 'timeout' ? { timeout: MINUTE } : { signal: controller.signal };
    expect(await wait({ until, ...options }, MINUTE)).toMatchObject({
      kind: limit === 'timeout' ? 'timeout' : 'aborted',
      operationId: 'getPaymentDetails',
    });
  });

  it('goes on until its predicate throws, and rejects with what it threw', async () => {
    const { wait, platform } = setUp('Pending');
    // With what makes an error of a read a passing one.
    const problem = Object.assign(new Error('broken'), { kind: 'network', status: 503 });

    const until = () => {
      throw problem;
    };

    expect(await wait({ until }, 0)).toBe(problem);
    expect(platform.pending).toEqual([]);
  });
});

describe('waitForPayment with reads that fail', () => {
  it.each<{ name: string; read: () => Read }>([
    { name: 'a broken connection', read: () => new TypeError('fetch failed') },
    { name: 'the web page of a gateway', read: () => new Response('<h1>Welcome</h1>') },
    ...[408, 425, 429, 500, 502, 503, 504, 520, 599].map((status) => ({
      name: `a ${status}`,
      read: () => json(status),
    })),
  ])('goes on after $name', async ({ read }) => {
    const { wait, times } = setUp(read(), read(), 'Captured');

    expect(await wait({ until: 'Captured' }, MINUTE)).toMatchObject({ status: 'Captured' });
    expect(times()).toHaveLength(3);
  });

  it('goes on after the token endpoint has responded with the web page of a gateway', async () => {
    const server = await startUnreliableServer([], { tokens: ['html'] });
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);

    const wait = client.waitForPayment(PAYMENT_ID, { until: 'Captured' });

    expect(await platform.drive(wait, server)).toMatchObject({ status: 'Captured' });
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('goes on after a read that got no response in time', async () => {
    const { wait, times } = setUp(never(), 'Captured');

    expect(await wait({ until: 'Captured' }, MINUTE)).toMatchObject({ status: 'Captured' });
    expect(times()).toEqual([0, 31_500]);
  });

  it.each([400, 401, 403, 404, 422])('rejects at once after a %i', async (status) => {
    const { wait, times, platform } = setUp('Pending', json(status));

    const error = await wait({ until: 'Captured' }, 2 * SECOND);

    expect(error).toMatchObject({ status, outcome: 'rejected', operationId: 'getPaymentDetails' });
    // A 401 is repeated once, with a new token.
    expect(times()).toHaveLength(status === 401 ? 3 : 2);
    expect(platform.pending).toEqual([]);
  });

  it('rejects at once when the id is malformed', async () => {
    const { client, operationRequests } = setUp();
    const error = await catchError(client.waitForPayment('pay_short', { until: 'Captured' }));

    expect(error).toMatchObject({ kind: 'config', operationId: 'getPaymentDetails' });
    expect(operationRequests).toEqual([]);
  });

  it('rejects at once when the certificate of the API is not valid', async () => {
    const cause = Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    const { wait, times } = setUp(new TypeError('fetch failed', { cause }));

    expect(await wait({ until: 'Captured' }, 0)).toMatchObject({ kind: 'network', transient: false });
    expect(times()).toEqual([0]);
  });

  it('waits as long as Retry-After asks', async () => {
    const { wait, times } = setUp(json(429, { 'Retry-After': '40' }), 'Captured');

    expect(await wait({ until: 'Captured' }, MINUTE)).toMatchObject({ status: 'Captured' });
    expect(times()).toEqual([0, 40 * SECOND]);
  });

  it.each(['301', '999999999'])('reads no more when Retry-After asks for %s s', async (seconds) => {
    const { client, platform, times } = setUp(json(429, { 'Retry-After': seconds }), 'Captured');
    const pending = catchError(client.waitForPayment(PAYMENT_ID, { until: 'Captured' }));

    await platform.advance(0);
    // Timers of more than 2^31 - 1 ms fire at once.
    expect(Math.max(...platform.pending)).toBe(5 * MINUTE);
    await platform.advance(5 * MINUTE);

    expect(await pending).toMatchObject({
      kind: 'timeout',
      retryAfterMs: Number(seconds) * SECOND,
      cause: { status: 429 },
    });
    expect(times()).toEqual([0]);
  });

  it('retries each read like every other', async () => {
    const server = await startUnreliableServer([503, 'reset-before', 'succeed', 503, 503, 503, 'succeed']);
    const platform = new FakePlatform();
    const client = createTestClient(server, platform, { maxRetries: 2 });
    let versions = 0;
    const until = () => {
      versions += 1;
      return versions === 2;
    };

    const payment = await platform.drive(client.waitForPayment(PAYMENT_ID, { until }));

    expect(payment).toMatchObject({ id: PAYMENT_ID });
    expect(server.requests).toHaveLength(7);
    expect(platform.pending).toEqual([]);
  });
});

describe('the timeout of waitForPayment', () => {
  it.each([undefined, MINUTE])('ends the wait after %s ms, by default after 5 minutes', async (timeout) => {
    const { wait, platform } = setUp('Pending');
    const limit = timeout ?? 300_000;

    expect(await setUp('Pending').wait({ until: 'Captured', timeout }, limit - 1)).toBe('still waiting');
    const error = await wait({ until: 'Captured', timeout }, limit);

    expect(error).toMatchObject({
      name: 'LddPayError',
      kind: 'timeout',
      outcome: 'unknown',
      safeToRetry: true,
      transient: true,
      operationId: 'getPaymentDetails',
      message: `getPaymentDetails: The payment did not become what \`until\` says within \`timeout\`, ${limit} ms. It was last Pending.`,
    });
    expect(platform.pending).toEqual([]);
  });

  it.each(['4242424242424242', 'tokenThatAServerEchoes', '<script>'])(
    'shows no status that is not documented: %s',
    async (status) => {
      const error = await setUp(status).wait({ until: 'Captured', timeout: MINUTE }, MINUTE);

      expect((error as LddPayError).message).toMatch(/60000 ms\.$/);
    },
  );

  it('can be shorter than any read', async () => {
    expect(await setUp('Pending').wait({ until: 'Captured', timeout: 0.0001 }, 2)).toMatchObject({
      kind: 'timeout',
    });
  });

  it('is shortly after the last read', async () => {
    for (const randomness of [0, 0.3, 0.9]) {
      const { wait, times, platform } = setUp('Pending');
      platform.randomness = randomness;

      await wait({ until: 'Captured', timeout: MINUTE }, MINUTE);

      expect(times().at(-1)).toBeGreaterThanOrEqual(58 * SECOND);
      expect(times().at(-1)).toBeLessThan(MINUTE);
    }
  });

  it('leaves at least a second between two reads', async () => {
    for (const timeout of [1_500, 3_000, 5_200, MINUTE]) {
      const { wait, times } = setUp('Pending');

      await wait({ until: 'Captured', timeout }, timeout);

      const delays = times().map((time, index) => time - (times()[index - 1] ?? -MINUTE));
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(SECOND);
    }
  });

  it('ends a read that got no response, with its error as the cause', async () => {
    const { wait, times, platform } = setUp(never());

    const error = (await wait({ until: 'Captured', timeout: 20_000 }, 20_000)) as LddPayError;

    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown', cause: { kind: 'timeout' } });
    expect(error.message).toContain('`timeout`, 20000 ms');
    expect(times()).toEqual([0]);
    expect(platform.pending).toEqual([]);
  });

  it('has the error of the last read as its cause, when that failed', async () => {
    const { wait } = setUp(json(503), 'Pending', json(502));
    const late = (await wait({ until: 'Captured' }, 5 * MINUTE)) as LddPayError;
    expect(late.cause).toMatchObject({ status: 502 });

    const fine = (await setUp(json(503), 'Pending').wait({ until: 'Captured' }, 5 * MINUTE)) as LddPayError;
    expect(fine.cause).toBeUndefined();
  });
});

describe('the signal of waitForPayment', () => {
  it('ends the wait before any request when it has aborted', async () => {
    const { client, platform, operationRequests } = setUp('Captured');
    const signal = AbortSignal.abort('no');

    const error = await catchError(client.waitForPayment(PAYMENT_ID, { until: 'Captured', signal }));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent', operationId: 'getPaymentDetails' });
    expect(operationRequests).toEqual([]);
    expect(platform.pending).toEqual([]);
  });

  it.each([
    { name: 'between two reads', reads: ['Pending'] },
    { name: 'during a read', reads: [never()] },
  ])('ends the wait at once $name', async ({ reads }) => {
    const { client, platform, times } = setUp(...reads);
    const controller = new AbortController();
    const { signal } = controller;
    const pending = catchError(client.waitForPayment(PAYMENT_ID, { until: 'Captured', signal }));
    await platform.advance(SECOND);

    controller.abort('the payer left');

    expect(await pending).toMatchObject({
      kind: 'aborted',
      outcome: 'unknown',
      safeToRetry: true,
      operationId: 'getPaymentDetails',
      message: 'getPaymentDetails: The call was aborted.',
      cause: 'the payer left',
    });
    expect(times()).toHaveLength(1);
    expect(platform.pending).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('has no listener left when the wait is over', async () => {
    const { wait } = setUp('Pending', 'Captured');
    const { signal } = new AbortController();

    expect(await wait({ until: 'Captured', signal }, MINUTE)).toMatchObject({ status: 'Captured' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('waitForPayment with options that are wrong', () => {
  const status = '`until` must be a status, a list of statuses or a function.';
  const timeout = '`timeout` must be a number of ms above 0 and below 2^31.';

  it.each<{ name: string; options: unknown; message: string }>([
    ...[undefined, null, {}, 'Captured'].map((options) => ({
      name: `no \`until\` (${JSON.stringify(options)})`,
      options,
      message: status,
    })),
    ...['', [], [''], [17], ['Captured', undefined], null, 17, {}].map((until) => ({
      name: `until ${JSON.stringify(until)}`,
      options: { until },
      message: status,
    })),
    ...[0, -1, 2 ** 31, Number.NaN, '60', null].map((value) => ({
      name: `timeout ${value}`,
      options: { until: 'Captured', timeout: value },
      message: timeout,
    })),
    ...[null, {}, new AbortController()].map((signal) => ({
      name: `signal ${JSON.stringify(signal)}`,
      options: { until: 'Captured', signal },
      message: '`signal` must be an AbortSignal.',
    })),
    {
      name: 'an option that nothing reads',
      options: { until: 'Captured', deadline: 60_000 },
      message: '`deadline` is no option here. The options are until, timeout, signal.',
    },
  ])(
    'rejects with a config error that names the operation, before any request: $name',
    async ({ options, message }) => {
      const { client, platform, operationRequests } = setUp('Captured');
      const call = (one: Client) => one.waitForPayment(PAYMENT_ID, options as WaitOptions);

      expect(await catchError(call(client))).toMatchObject({
        kind: 'config',
        outcome: 'not_sent',
        operationId: 'getPaymentDetails',
        message: `getPaymentDetails: ${message}`,
      });
      expect(operationRequests).toEqual([]);
      expect(platform.pending).toEqual([]);
    },
  );
});
