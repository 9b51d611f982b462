import { describe, expect, it } from 'vitest';
import { inFlightReply, named } from './testing/behavior.js';
import { read, write } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { PAYMENT_ID, REFUND } from './testing/fixtures.js';
import { eager, FakePlatform, until } from './testing/platform.js';
import { deferred } from './testing/promises.js';
import { createTestClient } from './testing/test-client.js';
import { type Behaviors, startUnreliableServer } from './testing/unreliable-server.js';

const LIMITS = { attemptTimeout: 400, deadline: 1000 };

async function setUp(behaviors: Behaviors, tokens: Behaviors = []) {
  const server = await startUnreliableServer(behaviors, { tokens });
  const platform = new FakePlatform();
  return { server, platform, client: createTestClient(server, platform) };
}

describe('attemptTimeout', () => {
  // Real time, on a machine that may be busy.
  it('of 300 ms ends an attempt within 400 ms although its body still arrives, a byte every 100 ms', {
    retry: 2,
  }, async () => {
    const server = await startUnreliableServer(['trickle']);
    const client = createTestClient(server, eager);
    await client.getToken();

    const start = performance.now();
    const error = await catchError(write(client, { attemptTimeout: 300, maxRetries: 0 }));
    const took = performance.now() - start;

    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
    expect(took).toBeGreaterThan(290);
    expect(took).toBeLessThan(400);
    expect(server.effects).toHaveLength(1);
  });

  it.each(named(['silent', 'stall']))('ends an attempt with %s', async (_, behavior) => {
    const server = await startUnreliableServer([behavior]);
    const client = createTestClient(server, eager);
    await client.getToken();

    const error = await catchError(write(client, { attemptTimeout: 400, maxRetries: 0 }));

    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
    await until(() => server.holding === 0, 'the end of its connection');
  });

  it('starts again with each attempt, so that a later one can succeed', async () => {
    const { server, platform, client } = await setUp(['silent', 'stall']);

    expect(await platform.drive(write(client), server)).toMatchObject({ id: PAYMENT_ID });
    expect(server.requests).toHaveLength(3);
    expect(server.effects).toHaveLength(1);
    expect(platform.pending).toEqual([]);
  });
});

describe('the deadline', () => {
  it('sends nothing when it passes while the body is signed', async () => {
    const { server, platform } = await setUp([]);
    // A clock that jumps as soon as the call has started, before any timer can fire.
    let late = 0;
    const client = createTestClient(server, { ...platform, now: () => platform.now() + late });
    await client.getToken();
    const failure = catchError(client.refundPayment(PAYMENT_ID, REFUND, { deadline: 1000 }));
    late = 1000;

    expect(await failure).toMatchObject({ kind: 'timeout', outcome: 'not_sent', attempts: [] });
    expect(server.requests).toEqual([]);
    expect(server.effects).toEqual([]);
  });

  it('ends the last attempt before its attemptTimeout', async () => {
    const { server, platform, client } = await setUp(() => 'silent');
    await client.getToken();
    const start = platform.now();
    const failure = catchError(write(client, { ...LIMITS, maxRetries: 5 }));

    await until(() => server.held === 1, 'the first request');
    await platform.advance(400);
    await until(() => platform.pending[0] === 250, 'the back-off');
    await platform.advance(250);
    await until(() => server.held === 2, 'the second request');
    await platform.advance(349);
    expect(platform.pending).not.toEqual([]);
    await platform.advance(1);
    const error = await failure;

    expect(platform.now() - start).toBe(1000);
    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
    expect(error.attempts).toMatchObject([{ ms: 400 }, { ms: 350, delayMs: 250 }]);
    expect(server.requests).toHaveLength(2);
    expect(platform.pending).toEqual([]);
  });

  it('is 90 s by default', async () => {
    const { server, platform, client } = await setUp(() => 'silent');
    await client.getToken();
    const start = platform.now();

    const error = await catchError(
      platform.drive(write(client, { attemptTimeout: 2 ** 31 - 1, maxRetries: 0 }), server),
    );

    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
    expect(platform.now() - start).toBe(90_000);
  });

  it('of a call replaces the deadline of the client', async () => {
    const server = await startUnreliableServer(() => 'silent');
    const platform = new FakePlatform();
    const client = createTestClient(server, platform, { deadline: 500 });
    await client.getToken();

    for (const [options, took] of [
      [{ maxRetries: 0 }, 500],
      [{ maxRetries: 0, deadline: 800 }, 800],
    ] as const) {
      const held = server.held;
      const start = platform.now();
      const failure = catchError(write(client, options));
      await until(() => server.held > held, 'the request');
      await platform.advance(took - 1);
      expect(platform.pending).not.toEqual([]);
      await platform.advance(1);
      expect(await failure).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
      expect(platform.now() - start).toBe(took);
    }
  });

  it('prevents a retry that it leaves no time for, and the call fails at once with the last response', async () => {
    const { server, platform, client } = await setUp(() => 503);
    await client.getToken();
    platform.randomness = 0.9;
    const start = platform.now();

    const failure = catchError(write(client, { ...LIMITS, maxRetries: 5 }));
    await until(() => platform.pending[0] === 450, 'the first back-off');
    await platform.advance(450);
    const error = await failure;

    // 900 ms more would pass the deadline.
    expect(platform.now() - start).toBe(450);
    expect(error).toMatchObject({ kind: 'api', status: 503, outcome: 'unknown' });
    expect(error.attempts).toMatchObject([{ status: 503 }, { status: 503, delayMs: 450 }]);
    expect(error.retryAfterMs).toBeUndefined();
    expect(server.requests).toHaveLength(2);
    expect(platform.pending).toEqual([]);
  });

  it('prevents a retry that it leaves no time for, and the call fails at once with the broken connection', async () => {
    const { platform, client } = await setUp([503, 'reset-before']);
    await client.getToken();
    platform.randomness = 0.9;

    const failure = catchError(write(client, { ...LIMITS, maxRetries: 5 }));
    await until(() => platform.pending[0] === 450, 'the first back-off');
    await platform.advance(450);

    expect(await failure).toMatchObject({ kind: 'network', outcome: 'unknown' });
    expect(platform.pending).toEqual([]);
  });

  it('ends the call with a timeout when it passes during an attempt, even after an error response', async () => {
    const { server, platform, client } = await setUp([503, 'silent']);
    await client.getToken();
    const failure = catchError(write(client, { deadline: 1000 }));

    await until(() => platform.pending[0] === 250, 'the back-off');
    await platform.advance(250);
    await until(() => server.held === 1, 'the second request');
    await platform.advance(750);

    expect(await failure).toMatchObject({
      kind: 'timeout',
      outcome: 'unknown',
      attempts: [{ status: 503 }, { ms: 750 }],
    });
  });

  it('ends the call at once when it leaves no time to wait for a request in flight', async () => {
    const { server, platform, client } = await setUp(() => inFlightReply(409));
    await client.getToken();

    const error = await catchError(write(client, { deadline: 1500 }));

    expect(error).toMatchObject({ kind: 'api', status: 409, outcome: 'unknown' });
    expect(server.requests).toHaveLength(1);
    expect(platform.pending).toEqual([]);
  });
});

describe('the wait for the token', () => {
  it('ends at the deadline of the call, whose request was then not sent', async () => {
    const { server, platform, client } = await setUp([], () => 'silent');
    const start = platform.now();
    const failure = catchError(write(client, { deadline: 1000 }));
    await until(() => server.held === 1, 'the token request');

    await platform.advance(999);
    await platform.advance(1);

    expect(await failure).toMatchObject({ kind: 'timeout', outcome: 'not_sent', attempts: [] });
    expect(platform.now() - start).toBe(1000);
    expect(server.requests).toEqual([]);
  });

  it('leaves the attempts only the rest of the deadline', async () => {
    const issued = deferred<void>();
    const { server, platform, client } = await setUp(
      () => 'silent',
      async () => {
        await issued.promise;
        return 'succeed' as const;
      },
    );
    const start = platform.now();
    const failure = catchError(read(client, { deadline: 1000, attemptTimeout: 900 }));

    await until(() => server.tokenRequests.length === 1, 'the token request');
    await platform.advance(600);
    issued.resolve();
    await until(() => server.held === 1, 'the request');
    await platform.advance(400);

    expect(await failure).toMatchObject({ kind: 'timeout' });
    expect(platform.now() - start).toBe(1000);
    expect(platform.pending).toEqual([]);
  });

  it('does not end for other calls when the deadline of one call passes', async () => {
    const issued = deferred<void>();
    const { server, platform, client } = await setUp([], async () => {
      await issued.promise;
      return 'succeed' as const;
    });
    const impatient = catchError(write(client, { deadline: 1000 }));
    const patient = write(client);
    await until(() => server.tokenRequests.length === 1, 'the token request');

    await platform.advance(1000);
    expect(await impatient).toMatchObject({ kind: 'timeout', outcome: 'not_sent' });
    issued.resolve();

    expect(await patient).toMatchObject({ id: PAYMENT_ID });
    expect(server.tokenRequests).toHaveLength(1);
    expect(platform.pending).toEqual([]);
  });

  it('ends at the deadline of the call during a back-off of the token request, too', async () => {
    const { server, platform, client } = await setUp([], () => 503);
    platform.randomness = 0.9;
    const failure = catchError(write(client, { deadline: 300 }));
    await until(() => platform.pending.length > 0 && server.tokenRequests.length > 0, 'the token request');

    await platform.advance(300);

    expect(await failure).toMatchObject({ outcome: 'not_sent' });
    expect(server.requests).toEqual([]);
  });
});
