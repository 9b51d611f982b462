import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { LddPayError } from './errors.js';
import { type Behavior, inFlightReply, keyReply, named, nameOf } from './testing/behavior.js';
import { type ClientCall, read, write } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { eager, FakePlatform, until } from './testing/platform.js';
import { unhandledRejections } from './testing/promises.js';
import { createTestClient } from './testing/test-client.js';
import { startUnreliableServer } from './testing/unreliable-server.js';

/** Returns the error of a call whose attempts meet these behaviors, one after another. */
async function errorAfter(call: ClientCall, behaviors: readonly Behavior[]): Promise<LddPayError> {
  const server = await startUnreliableServer(behaviors);
  const platform = new FakePlatform();
  // A 401 that is repeated with a new token is no retry.
  const maxRetries = behaviors.slice(0, -1).filter((behavior) => behavior !== 401).length;
  const client = createTestClient(server, platform, { maxRetries });
  await client.getToken();
  const error = await catchError(platform.drive(call(client), server));
  expect(error.attempts).toHaveLength(behaviors.length);
  expect(platform.pending).toEqual([]);
  return error;
}

const OUTCOMES: readonly { behaviors: Behavior[]; kind: string; outcome: string }[] = [
  // One attempt
  { behaviors: [400], kind: 'api', outcome: 'rejected' },
  { behaviors: [403], kind: 'api', outcome: 'rejected' },
  { behaviors: [404], kind: 'api', outcome: 'rejected' },
  { behaviors: [422], kind: 'api', outcome: 'rejected' },
  { behaviors: [429], kind: 'api', outcome: 'rejected' },
  { behaviors: [408], kind: 'api', outcome: 'unknown' },
  { behaviors: [444], kind: 'api', outcome: 'unknown' },
  { behaviors: [460], kind: 'api', outcome: 'unknown' },
  { behaviors: [499], kind: 'api', outcome: 'unknown' },
  { behaviors: [keyReply('idempotency_key_reused')], kind: 'api', outcome: 'unknown' },
  { behaviors: [keyReply('IDEMPOTENCY_KEY_MISMATCH')], kind: 'api', outcome: 'unknown' },
  { behaviors: [530], kind: 'api', outcome: 'unknown' },
  { behaviors: [inFlightReply(429)], kind: 'api', outcome: 'unknown' },
  { behaviors: [inFlightReply(409)], kind: 'api', outcome: 'unknown' },
  { behaviors: [500], kind: 'api', outcome: 'unknown' },
  { behaviors: [501], kind: 'api', outcome: 'unknown' },
  { behaviors: [503], kind: 'api', outcome: 'unknown' },
  { behaviors: ['refuse'], kind: 'network', outcome: 'not_sent' },
  { behaviors: ['reset-before'], kind: 'network', outcome: 'unknown' },
  { behaviors: ['reset-after'], kind: 'network', outcome: 'unknown' },
  { behaviors: ['truncate'], kind: 'network', outcome: 'unknown' },
  { behaviors: ['silent'], kind: 'timeout', outcome: 'unknown' },
  { behaviors: ['stall'], kind: 'timeout', outcome: 'unknown' },
  { behaviors: ['trickle'], kind: 'timeout', outcome: 'unknown' },
  { behaviors: ['html'], kind: 'decode', outcome: 'unknown' },
  // No attempt can have taken effect.
  { behaviors: ['refuse', 'refuse', 'refuse'], kind: 'network', outcome: 'not_sent' },
  { behaviors: ['refuse', 422], kind: 'api', outcome: 'rejected' },
  { behaviors: [429, 429, 429], kind: 'api', outcome: 'rejected' },
  { behaviors: [429, 422], kind: 'api', outcome: 'rejected' },
  { behaviors: [401, 401], kind: 'auth', outcome: 'rejected' },
  { behaviors: [401, 403], kind: 'api', outcome: 'rejected' },
  // Once an outcome is unknown, later attempts do not change that.
  { behaviors: ['silent', 401, 401], kind: 'auth', outcome: 'unknown' },
  { behaviors: ['silent', 'refuse'], kind: 'network', outcome: 'unknown' },
  { behaviors: ['stall', 'refuse', 'refuse'], kind: 'network', outcome: 'unknown' },
  { behaviors: ['reset-after', keyReply('idempotency_key_reused')], kind: 'api', outcome: 'unknown' },
  { behaviors: ['reset-after', 503], kind: 'api', outcome: 'unknown' },
  { behaviors: ['reset-after', 429], kind: 'api', outcome: 'unknown' },
  { behaviors: ['reset-after', 422], kind: 'api', outcome: 'unknown' },
  { behaviors: ['refuse', 'reset-after', 'refuse'], kind: 'network', outcome: 'unknown' },
  { behaviors: [503, 'refuse', 401, 403], kind: 'api', outcome: 'unknown' },
  { behaviors: [503, 404], kind: 'api', outcome: 'unknown' },
  { behaviors: ['truncate', 'silent', 429], kind: 'api', outcome: 'unknown' },
  { behaviors: [401, 'silent', 'refuse'], kind: 'network', outcome: 'unknown' },
  { behaviors: [inFlightReply(409), 429], kind: 'api', outcome: 'unknown' },
  { behaviors: ['reset-after', inFlightReply(429)], kind: 'api', outcome: 'unknown' },
];

describe('the outcome of a write', () => {
  const rows = OUTCOMES.map((row) => {
    const names = row.behaviors.map(nameOf).join(', ');
    return [row.outcome, row.kind, names, row.behaviors] as const;
  });

  it.each(rows)('is %s, with an error of kind %s, after %s', async (outcome, kind, _, behaviors) => {
    const error = await errorAfter(write, behaviors);

    expect(error).toMatchObject({ kind, outcome, operationId: 'capturePayment', safeToRetry: true });
    expect(error.idempotencyKey).toEqual(expect.any(String));
  });

  it.each<[outcome: string, name: string, behavior: Behavior]>([
    ['not_sent', 'a refused connection', 'refuse'],
    ['rejected', 'a 429', 429],
    ['unknown', 'a reset after the effect', 'reset-after'],
    ['unknown', 'a 503', 503],
  ])('is %s when the caller aborts the back-off after %s', async (outcome, _, behavior) => {
    const server = await startUnreliableServer([behavior]);
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);
    await client.getToken();
    const controller = new AbortController();
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => platform.pending[0] === 250, 'the back-off');

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome, safeToRetry: true });
  });

  it('is unknown when the caller aborts the call with the error of another call', async () => {
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

  it('has a copy of the error that the caller aborts with as its cause, without what is attached to it', async () => {
    const controller = new AbortController();
    const token = 'a-token-of-another-api';
    controller.abort(Object.assign(new RangeError('too late'), { code: 'E_LATE', token }));

    const error = await catchError(
      write(createTestClient(await startUnreliableServer([]), eager), { signal: controller.signal }),
    );

    expect(error).toMatchObject({
      kind: 'aborted',
      cause: { name: 'RangeError', message: 'too late', code: 'E_LATE' },
    });
    expect(inspect(error)).not.toContain(token);
  });

  it('is unknown when the caller aborts the wait for a new token after a broken connection', async () => {
    const server = await startUnreliableServer(['reset-after', 401], { tokens: ['succeed', 'silent'] });
    const client = createTestClient(server, eager);
    const controller = new AbortController();
    const failure = catchError(write(client, { signal: controller.signal }));
    await until(() => server.held === 1, 'the second token request');

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('is unknown after truncated bodies, which are retried with the same key', async () => {
    const server = await startUnreliableServer(() => 'truncate');
    const client = createTestClient(server, eager);

    const error = await catchError(write(client));

    const { idempotencyKey: key } = error;
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
    expect(server.keys).toEqual([key, key, key]);
    expect(server.effects).toEqual([key]);
  });

  it('leaves no unhandled rejection after failures of every kind', async () => {
    const unhandled = unhandledRejections();

    await errorAfter(write, ['silent', 'reset-after', 'truncate', 'stall', 'refuse', 503]);

    expect(await unhandled()).toEqual([]);
  });
});

describe('the outcome of a read', () => {
  it.each(named([429, 500, 503, 'refuse', 'reset-after', 'silent', 'truncate']))(
    'is safe to retry after %s',
    async (_, behavior) => {
      expect(await errorAfter(read, [behavior])).toMatchObject({ safeToRetry: true });
    },
  );

  it('is rejected after a 503, because a read has no effect', async () => {
    expect(await errorAfter(read, [503])).toMatchObject({ kind: 'api', outcome: 'rejected' });
  });
});

describe('the outcome of a call', () => {
  it('is unknown after a success that is a web page, which is not retried', async () => {
    const server = await startUnreliableServer(() => 'html');
    const client = createTestClient(server, eager);

    for (const [index, call] of [write, read].entries()) {
      const error = await catchError(call(client));
      expect(error).toMatchObject({ kind: 'decode', outcome: 'unknown', status: 200 });
      expect(error.attempts).toMatchObject([{ status: 200 }]);
      expect(server.requests).toHaveLength(index + 1);
    }
  });
});
