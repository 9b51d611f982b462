import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { LddPayError } from './errors.js';
import type { LddPayEvent } from './events.js';
import { type Behavior, inFlightReply } from './testing/behavior.js';
import { read, write } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { PAYMENT, PAYMENT_ID, SECRETS } from './testing/fixtures.js';
import { eager, FakePlatform, until } from './testing/platform.js';
import { startServer } from './testing/server.js';
import { createTestClient } from './testing/test-client.js';
import { startUnreliableServer } from './testing/unreliable-server.js';

function nameOf(fault: Behavior): string {
  return typeof fault === 'object' ? `${fault.status} in flight` : String(fault);
}

/** The error of a call that meets the faults one after the other. */
async function failureAfter(call: typeof write, faults: readonly Behavior[]): Promise<LddPayError> {
  const server = await startUnreliableServer(faults);
  const platform = new FakePlatform();
  const client = createTestClient(server, platform, { maxRetries: faults.length - 1 });
  await client.getToken();
  const error = await catchError(platform.drive(call(client), server));
  expect(error.attempts).toHaveLength(faults.length);
  expect(platform.pending).toEqual([]);
  return error;
}

const OUTCOMES: readonly { faults: Behavior[]; kind: string; outcome: string }[] = [
  // One attempt
  { faults: [400], kind: 'api', outcome: 'rejected' },
  { faults: [403], kind: 'api', outcome: 'rejected' },
  { faults: [404], kind: 'api', outcome: 'rejected' },
  { faults: [422], kind: 'api', outcome: 'rejected' },
  { faults: [429], kind: 'api', outcome: 'rejected' },
  { faults: [401], kind: 'auth', outcome: 'rejected' },
  { faults: [inFlightReply(429)], kind: 'api', outcome: 'unknown' },
  { faults: [inFlightReply(409)], kind: 'api', outcome: 'unknown' },
  { faults: [500], kind: 'api', outcome: 'unknown' },
  { faults: [501], kind: 'api', outcome: 'unknown' },
  { faults: [503], kind: 'api', outcome: 'unknown' },
  { faults: ['refuse'], kind: 'network', outcome: 'not_sent' },
  { faults: ['reset-before'], kind: 'network', outcome: 'unknown' },
  { faults: ['reset-after'], kind: 'network', outcome: 'unknown' },
  { faults: ['truncate'], kind: 'network', outcome: 'unknown' },
  { faults: ['silent'], kind: 'timeout', outcome: 'unknown' },
  { faults: ['stall'], kind: 'timeout', outcome: 'unknown' },
  { faults: ['trickle'], kind: 'timeout', outcome: 'unknown' },
  { faults: ['html'], kind: 'decode', outcome: 'unknown' },
  // Nothing that may have happened
  { faults: ['refuse', 'refuse', 'refuse'], kind: 'network', outcome: 'not_sent' },
  { faults: ['refuse', 422], kind: 'api', outcome: 'rejected' },
  { faults: [429, 429, 429], kind: 'api', outcome: 'rejected' },
  { faults: [429, 422], kind: 'api', outcome: 'rejected' },
  { faults: [401, 401], kind: 'auth', outcome: 'rejected' },
  { faults: [401, 403], kind: 'api', outcome: 'rejected' },
  // Once unknown, always unknown
  { faults: ['silent', 401], kind: 'auth', outcome: 'unknown' },
  { faults: ['silent', 401, 401], kind: 'auth', outcome: 'unknown' },
  { faults: ['silent', 'refuse'], kind: 'network', outcome: 'unknown' },
  { faults: ['stall', 'refuse', 'refuse'], kind: 'network', outcome: 'unknown' },
  { faults: ['reset-after', 503], kind: 'api', outcome: 'unknown' },
  { faults: ['reset-after', 429], kind: 'api', outcome: 'unknown' },
  { faults: ['reset-after', 422], kind: 'api', outcome: 'unknown' },
  { faults: ['refuse', 'reset-after', 'refuse'], kind: 'network', outcome: 'unknown' },
  { faults: [503, 'refuse', 401, 403], kind: 'api', outcome: 'unknown' },
  { faults: [503, 404], kind: 'api', outcome: 'unknown' },
  { faults: ['truncate', 'silent', 429], kind: 'api', outcome: 'unknown' },
  { faults: [401, 'silent', 'refuse'], kind: 'network', outcome: 'unknown' },
  { faults: [inFlightReply(409), 429], kind: 'api', outcome: 'unknown' },
  { faults: ['reset-after', inFlightReply(429)], kind: 'api', outcome: 'unknown' },
];

describe('the outcome of a write', () => {
  const named = OUTCOMES.map((row) => ({ ...row, name: row.faults.map(nameOf).join(', ') }));

  it.each(named)('that meets $name is $kind, $outcome', async ({ faults, kind, outcome }) => {
    const error = await failureAfter(write, faults);

    expect(error).toMatchObject({ kind, outcome, operationId: 'capturePayment', safeToRetry: true });
    expect(error.idempotencyKey).toEqual(expect.any(String));
  });

  it.each<{ fault: Behavior; outcome: string }>([
    { fault: 'refuse', outcome: 'not_sent' },
    { fault: 429, outcome: 'rejected' },
    { fault: 'reset-after', outcome: 'unknown' },
    { fault: 503, outcome: 'unknown' },
  ])('whose caller aborts the back-off after $fault is aborted, $outcome', async ({ fault, outcome }) => {
    const server = await startUnreliableServer([fault]);
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);
    await client.getToken();
    const controller = new AbortController();
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => platform.pending[0] === 250, 'the back-off');

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome, safeToRetry: true });
  });

  it('whose caller aborts with the error of another call is still aborted', async () => {
    const server = await startUnreliableServer([422, 'silent']);
    const client = createTestClient(server, eager);
    const controller = new AbortController();
    const reason = await catchError(write(client));
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => server.held === 1, 'the request');

    controller.abort(reason);
    const error = await failure;

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: reason });
    expect(error.status).toBeUndefined();
  });

  it('stays unknown when the caller aborts the wait for a new token after a broken connection', async () => {
    const server = await startUnreliableServer(['reset-after', 401], { tokens: ['succeed', 'silent'] });
    const client = createTestClient(server, eager);
    const controller = new AbortController();
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => server.held === 1, 'the second token request');

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });
});

it.each<Behavior>([429, 500, 503, 'refuse', 'reset-after', 'silent', 'truncate'])(
  'a read that meets %s is safe to retry',
  async (fault) => {
    expect(await failureAfter(read, [fault])).toMatchObject({ safeToRetry: true });
  },
);

it('an error status of a read happened to nothing', async () => {
  expect(await failureAfter(read, [503])).toMatchObject({ kind: 'api', outcome: 'rejected' });
});

describe('a keep-alive connection that the server closed while it was idle', () => {
  it('costs a write one attempt, and the next has the same key', async () => {
    const server = await startUnreliableServer();
    const events: LddPayEvent[] = [];
    const client = createTestClient(server, eager, { onEvent: (event) => events.push(event) });
    await write(client);
    events.length = 0;

    server.loseSockets();
    const { idempotencyKey, attempts } = await write(client).withResponse();

    const sent = events.filter(({ type }) => type === 'request');
    expect(sent.map((event) => event.idempotencyKey)).toEqual([idempotencyKey, idempotencyKey]);
    expect(attempts.map(({ status }) => status)).toEqual([undefined, 200]);
    expect(server.requests).toHaveLength(2);
    expect(server.effects.filter((key) => key === idempotencyKey)).toHaveLength(1);
  });

  it('is replaced before or after it is used', async () => {
    const server = await startUnreliableServer();
    const client = createTestClient(server, eager);
    await write(client);

    server.closeIdleSockets();
    const { idempotencyKey } = await write(client).withResponse();

    expect(server.effects).toHaveLength(2);
    expect(server.keys.at(-1)).toBe(idempotencyKey);
  });
});

it('a success that is a web page is neither a success nor repeated', async () => {
  const server = await startUnreliableServer(() => 'html');
  const client = createTestClient(server, eager);

  for (const [calls, call] of [write, read].entries()) {
    const error = await catchError(call(client));
    expect(error).toMatchObject({ kind: 'decode', outcome: 'unknown', status: 200 });
    expect(error.attempts).toMatchObject([{ status: 200 }]);
    expect(server.requests).toHaveLength(calls + 1);
  }
});

it('a body that breaks off is a broken connection, and repeated under the same key', async () => {
  const server = await startUnreliableServer(() => 'truncate');
  const client = createTestClient(server, eager);

  const error = await catchError(write(client));

  const { idempotencyKey: key } = error;
  expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
  expect(server.keys).toEqual([key, key, key]);
  expect(server.effects).toEqual([key]);
});

it.each([301, 302, 303, 307, 308])(
  'a redirect by %i to another origin is neither followed nor repeated',
  async (status) => {
    const elsewhere = await startServer(() => ({ body: {} }));
    const headers = { Location: `${elsewhere.url}/payments` };
    const server = await startUnreliableServer(() => ({ status, headers }));
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'api', status, outcome: 'unknown' });
    expect(await catchError(read(client))).toMatchObject({ kind: 'api', status });
    expect(server.requests).toHaveLength(2);
    expect(elsewhere.requests).toEqual([]);
  },
);

it('a redirect of the token request to another origin is not followed', async () => {
  const elsewhere = await startServer(() => ({ body: {} }));
  const headers = { Location: `${elsewhere.url}/connect/token` };
  const server = await startUnreliableServer([], { tokens: () => ({ status: 307, headers }) });

  expect(await catchError(write(createTestClient(server, eager)))).toMatchObject({
    kind: 'auth',
    outcome: 'not_sent',
  });
  expect(elsewhere.requests).toEqual([]);
  expect(server.requests).toEqual([]);
});

it.each<Behavior>([401, 422, 503, 'refuse', 'reset-after', 'silent', 'truncate', 'html'])(
  'an error after %s shows no secret, however it is printed',
  async (fault) => {
    const error = await failureAfter((client, options) => client.requestPayment(PAYMENT, options), [fault]);

    const printed = [
      inspect(error, { depth: null, showHidden: true }),
      JSON.stringify(error),
      String(error),
      error.stack,
      inspect(error.cause, { depth: null, showHidden: true }),
    ].join('\n');
    for (const secret of Object.values(SECRETS)) expect(printed).not.toContain(secret);
    for (let cause: unknown = error; cause !== undefined; cause = (cause as Error).cause) {
      expect(cause).toBeInstanceOf(Error);
    }
  },
);

it('leaves no unhandled rejection, whatever a call meets', async () => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listener);

  await failureAfter(write, ['silent', 'reset-after', 'truncate', 'stall', 'refuse', 503]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', listener);

  expect(unhandled).toEqual([]);
});

it('an id that looks like a path becomes no other URL', async () => {
  const server = await startUnreliableServer();
  const client = createTestClient(server, eager);

  expect(await catchError(client.voidPayment(`../tokens?x=${PAYMENT_ID}`))).toMatchObject({
    kind: 'config',
    outcome: 'not_sent',
    attempts: [],
  });
  expect([...server.requests, ...server.tokenRequests]).toEqual([]);
});
