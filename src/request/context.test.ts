import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import { LddPayError } from '../errors.js';
import type { LddPayEvent } from '../events.js';
import { abortedError } from '../lib/aborted-error.js';
import { createRemoteClock } from '../lib/remote-clock.js';
import { startApi } from '../testing/api-server.js';
import { calls, operationIds } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, SIGNING } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { type Reply, startServer } from '../testing/server.js';
import { emitEvent, openContext, toCallError } from './context.js';

const LIMITS = { attemptTimeout: 400, deadline: 1000, maxRetries: 2 };

/** Opens the context of a call that the test controls, and records its events. */
function setUp({
  operationId = 'capturePayment',
  key,
}: {
  operationId?: 'capturePayment' | 'getPaymentDetails';
  key?: string;
} = {}) {
  const platform = new FakePlatform();
  const controller = new AbortController();
  const events: LddPayEvent[] = [];
  let calls = 0;
  const client = {
    platform,
    clock: createRemoteClock(platform),
    keyLifetime: 86_400_000,
    emit: (event: LddPayEvent) => void events.push(event),
    nextCallId: () => ++calls,
    secrets: ['hush'],
    aborted: (reason: unknown) => abortedError(reason, ['hush']),
  };
  const context = openContext(client, operationId, LIMITS, controller.signal, key);
  return { platform, controller, events, client, context };
}

describe('openContext', () => {
  it('sets the deadline of the call', async () => {
    const { platform, context } = setUp();

    await platform.advance(999);
    expect(context.deadline.reason).toBeUndefined();
    await platform.advance(1);

    expect(context.deadline.reason).toMatchObject({ kind: 'timeout', outcome: 'not_sent' });
    expect(context.deadline.reason?.message).toContain('1000 ms');
  });

  it('ends the call with the reason of the signal', () => {
    const { controller, context } = setUp();

    controller.abort('enough');

    expect(context.deadline.reason).toMatchObject({ kind: 'aborted', outcome: 'not_sent', cause: 'enough' });
  });

  it('leaves no listener on the signal when the deadline is closed', () => {
    const { controller, context } = setUp();

    context.deadline.close();

    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('gives each call an id and secrets of its own', () => {
    const { client, context } = setUp();
    const other = openContext(client, 'voidPayment', LIMITS);

    context.secrets.push('of this call');

    expect([context.callId, other.callId]).toEqual([1, 2]);
    expect(other.secrets).toEqual(['hush']);
    expect(client.secrets).toEqual(['hush']);
  });
});

describe('emitEvent', () => {
  it('adds the operation, the key and the number of attempts to the details', () => {
    const { context, events } = setUp({ key: 'key-1' });
    context.attempts.push({ ms: 1 }, { ms: 2 });

    emitEvent(context, 'response', { status: 202 });

    expect(events).toEqual([
      {
        type: 'response',
        operationId: 'capturePayment',
        method: 'POST',
        urlTemplate: '/payments/{id}/captures',
        callId: 1,
        attempt: 2,
        idempotencyKey: 'key-1',
        status: 202,
      },
    ]);
  });
});

describe('toCallError', () => {
  const rejected = new LddPayError('The API responded with 422.', { kind: 'api', outcome: 'rejected' });

  it('adds the operation, the key and the attempts to an error', () => {
    const { context } = setUp({ key: 'key-1' });
    context.attempts.push({ ms: 1, status: 422 });

    expect(toCallError(rejected, context)).toMatchObject({
      kind: 'api',
      operationId: 'capturePayment',
      idempotencyKey: 'key-1',
      attempts: [{ ms: 1, status: 422 }],
    });
  });

  it.each([
    { outcomes: [], outcome: 'rejected' },
    { outcomes: ['not_sent'], outcome: 'rejected' },
    { outcomes: ['unknown'], outcome: 'unknown' },
    { outcomes: ['unknown', 'not_sent'], outcome: 'unknown' },
  ] as const)('has outcome $outcome after attempts with $outcomes', ({ outcomes, outcome }) => {
    const { context } = setUp();
    context.outcomes.push(...outcomes);

    expect(toCallError(rejected, context).outcome).toBe(outcome);
  });

  it.each([
    { name: 'a write with a key', options: { key: 'key-1' }, safeToRetry: true },
    { name: 'a read', options: { operationId: 'getPaymentDetails' }, safeToRetry: true },
    { name: 'a write without a key', options: {}, safeToRetry: false },
  ] as const)(
    'sets safeToRetry to $safeToRetry for $name with an unknown outcome',
    ({ options, safeToRetry }) => {
      const { context } = setUp(options);
      context.outcomes.push('unknown');

      expect(toCallError(rejected, context).safeToRetry).toBe(safeToRetry);
    },
  );

  it('reports a foreign error before the first attempt as a config error, without its message', () => {
    const { context } = setUp();

    const error = toCallError(new TypeError('hush'), context);

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toBe('capturePayment: The request could not be composed.');
    expect(error.cause).toBeUndefined();
  });

  it('reports a foreign error after an attempt as a network error with outcome unknown', () => {
    const { context } = setUp();
    context.attempts.push({ ms: 1 });

    const error = toCallError(new TypeError('hush'), context);

    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown', transient: true });
    expect(error.message).not.toContain('hush');
  });
});

describe('the message of an error', () => {
  const REQUEST_ID = { 'Cko-Request-Id': 'req-1' };

  /** Creates a client that makes one attempt. Its token requests and its operations get these replies. */
  async function createClientFor(token: Reply | undefined, operation: Reply) {
    const api = await startApi(() => operation);
    const tokenServer = token && (await startServer(() => token));
    const tokenUrl = tokenServer && `${tokenServer.url}/token`;
    return createClient({ ...CREDENTIALS, baseUrl: api.url, tokenUrl, signing: SIGNING, maxRetries: 0 });
  }

  it.each(operationIds)('of %s starts with the name of the operation, once', async (id) => {
    const refused: Reply = { status: 401, body: {} };
    const client = await createClientFor(id === 'getToken' ? refused : undefined, { status: 422, body: {} });

    const { message } = await catchError(calls[id](client));

    expect(message).toMatch(new RegExp(`^${id}: [A-Z]`));
    expect(message.split(`${id}: `)).toHaveLength(2);
  });

  it('ends with the request id when the response has one', async () => {
    const client = await createClientFor(undefined, {
      status: 422,
      headers: REQUEST_ID,
      body: { error_codes: ['amount_invalid'] },
    });

    expect((await catchError(client.requestPayment(PAYMENT))).message).toBe(
      'requestPayment: The API responded with 422: amount_invalid. Request id: req-1.',
    );
  });

  it('contains no request id when the response has none', async () => {
    const client = await createClientFor(undefined, { status: 422, body: {} });

    expect((await catchError(client.requestPayment(PAYMENT))).message).toBe(
      'requestPayment: The API responded with 422.',
    );
  });

  it('names the operation when nothing was sent', async () => {
    const client = await createClientFor(undefined, { body: {} });

    expect((await catchError(client.requestPayment({ ...PAYMENT, amount: -1 }))).message).toMatch(
      /^requestPayment: `amount` must be /,
    );
  });

  it('ends with the request id of a success that cannot be read', async () => {
    const client = await createClientFor(undefined, { headers: REQUEST_ID, body: '<h1>Welcome</h1>' });

    expect((await catchError(client.requestPayment(PAYMENT))).message).toBe(
      'requestPayment: The API responded with 200 and no JSON body. Request id: req-1.',
    );
  });

  it('names the operation, getToken and the request id once each when a token request failed', async () => {
    const refused: Reply = { status: 401, headers: REQUEST_ID, body: { error: 'invalid_client' } };
    const client = await createClientFor(refused, { body: {} });

    expect((await catchError(client.requestPayment(PAYMENT))).message).toBe(
      'requestPayment: getToken: Could not obtain an access token. ' +
        'The token endpoint responded with 401: invalid_client. Request id: req-1.',
    );
  });

  it('names getToken and the request id once each when getToken itself failed', async () => {
    const refused: Reply = { status: 401, headers: REQUEST_ID, body: { error: 'invalid_client' } };
    const client = await createClientFor(refused, { body: {} });

    expect((await catchError(client.getToken())).message).toBe(
      'getToken: Could not obtain an access token. ' +
        'The token endpoint responded with 401: invalid_client. Request id: req-1.',
    );
  });

  it('names the operation and getToken once each when the token provider failed', async () => {
    const { url: baseUrl } = await startApi();
    const client = createClient({ baseUrl, tokenProvider: () => Promise.reject(new Error('no session')) });
    const reason = 'getToken: Could not obtain an access token. `tokenProvider` failed.';

    expect((await catchError(client.requestPayment(PAYMENT))).message).toBe(`requestPayment: ${reason}`);
    expect((await catchError(client.getToken())).message).toBe(reason);
  });
});
