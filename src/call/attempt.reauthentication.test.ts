import { describe, expect, it } from 'vitest';
import { read, write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { PAYMENT_ID, SECRETS } from '../testing/fixtures.js';
import { eager, FakePlatform, until } from '../testing/platform.js';
import { createTestClient } from '../testing/test-client.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

const MANY = 200;

function times<T>(make: () => T): T[] {
  return Array.from({ length: MANY }, make);
}

describe('the token', () => {
  it(`is requested once for ${MANY} concurrent first calls`, async () => {
    const server = await startUnreliableServer();
    const client = createTestClient(server, eager);

    await Promise.all(times(() => write(client)));

    expect(server.tokenRequests).toHaveLength(1);
    expect(server.requests).toHaveLength(MANY);
  });

  it('whose request failed is had by the next call', async () => {
    const server = await startUnreliableServer([], { tokens: [400] });
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(server.requests).toEqual([]);
    expect(await write(client)).toMatchObject({ id: PAYMENT_ID });
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('whose request failed for all who waited is had by all who come next', async () => {
    const server = await startUnreliableServer([], { tokens: [400] });
    const client = createTestClient(server, eager);

    const failed = await Promise.all(times(() => catchError(read(client))));
    await Promise.all(times(() => read(client)));

    expect(new Set(failed.map(({ kind, outcome }) => `${kind} ${outcome}`))).toEqual(
      new Set(['auth not_sent']),
    );
    expect(server.tokenRequests).toHaveLength(2);
    expect(server.requests).toHaveLength(MANY);
  });

  it.each([503, 'reset-before', 'silent'] as const)(
    'whose request met %s is requested again within the call',
    async (fault) => {
      const server = await startUnreliableServer([], { tokens: [fault] });
      const platform = new FakePlatform();
      const client = createTestClient(server, platform);

      expect(await platform.drive(write(client), server)).toMatchObject({ id: PAYMENT_ID });
      expect(server.tokenRequests).toHaveLength(2);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('that never comes is not remembered as a failure', async () => {
    let down = true;
    const server = await startUnreliableServer([], { tokens: () => (down ? 503 : 'succeed') });
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);

    expect(await catchError(platform.drive(write(client)))).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
    });
    down = false;
    expect(await platform.drive(write(client))).toMatchObject({ id: PAYMENT_ID });
    expect(platform.pending).toEqual([]);
  });
});

describe('a 401', () => {
  it(`to ${MANY} concurrent calls at once makes one refresh, and each is replayed under its own key`, async () => {
    let release = () => {};
    const allArrived = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await startUnreliableServer(async (_, number) => {
      if (number > MANY) return 'succeed';
      if (number === MANY) release();
      await allArrived;
      return 401;
    });
    const client = createTestClient(server, eager);
    await client.getToken();

    const responses = await Promise.all(times(() => write(client).withResponse()));

    expect(server.tokenRequests).toHaveLength(2);
    expect(server.requests).toHaveLength(2 * MANY);
    const bearers = server.requests.map(({ headers }) => headers.authorization);
    expect(new Set(bearers.slice(0, MANY))).toEqual(new Set([`Bearer ${SECRETS.token}`]));
    expect(new Set(bearers.slice(MANY))).toEqual(new Set([`Bearer ${SECRETS.token}-2`]));
    const keys = responses.map(({ idempotencyKey }) => idempotencyKey).sort();
    expect(new Set(keys).size).toBe(MANY);
    expect(server.keys.slice(0, MANY).sort()).toEqual(keys);
    expect(server.keys.slice(MANY).sort()).toEqual(keys);
    expect([...server.effects].sort()).toEqual(keys);
  });

  it('that comes late, when the token was replaced already, does not drop the new one', async () => {
    let release = () => {};
    const refreshed = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await startUnreliableServer(async (request, number) => {
      if (request.headers.authorization !== `Bearer ${SECRETS.token}`) {
        release();
        return 'succeed' as const;
      }
      if (number > 1) await refreshed;
      return 401;
    });
    const client = createTestClient(server, eager);
    await client.getToken();

    await Promise.all(times(() => write(client)));

    expect(server.tokenRequests).toHaveLength(2);
    expect(server.requests).toHaveLength(2 * MANY);
  });

  it.each([
    { name: 'a read', call: read },
    { name: 'a write', call: write },
  ])('a second time is final for $name', async ({ call }) => {
    const server = await startUnreliableServer(() => 401);
    const client = createTestClient(server, eager);

    const error = await catchError(call(client, { maxRetries: 5 }));

    expect(error).toMatchObject({ kind: 'auth', outcome: 'rejected', status: 401 });
    expect(error.attempts.map(({ status }) => status)).toEqual([401, 401]);
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('a second time is final even after other retries', async () => {
    const server = await startUnreliableServer([401, 503, 401, 'succeed']);
    const client = createTestClient(server, eager);

    expect(await catchError(write(client, { maxRetries: 5 }))).toMatchObject({ kind: 'auth', status: 401 });
    expect(server.requests).toHaveLength(3);
  });

  it('is replayed at once, without a back-off', async () => {
    const server = await startUnreliableServer([401]);
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);

    await write(client);

    expect(server.requests).toHaveLength(2);
    expect(platform.pending).toEqual([]);
  });

  it('counts as one of the retries', async () => {
    const server = await startUnreliableServer([401, 503, 503, 'succeed']);
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'api', status: 503 });
    expect(server.requests).toHaveLength(3);
  });

  it('is not replayed with maxRetries 0, and the next call has a new token', async () => {
    const server = await startUnreliableServer([401]);
    const client = createTestClient(server, eager, { maxRetries: 0 });

    expect(await catchError(write(client))).toMatchObject({ kind: 'auth', outcome: 'rejected' });
    expect(server.requests).toHaveLength(1);
    await write(client);

    expect(server.requests[1]?.headers.authorization).toBe(`Bearer ${SECRETS.token}-2`);
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('to a revoked token costs every client one refresh', async () => {
    const server = await startUnreliableServer();
    const client = createTestClient(server, eager);
    await write(client);

    server.revokeTokens();
    await Promise.all(times(() => read(client)));
    await read(client);

    expect(server.tokenRequests).toHaveLength(2);
  });

  it('whose refresh fails does not hide what became of the operation', async () => {
    const invalid = { status: 401, body: { error: 'invalid_client' } };
    const server = await startUnreliableServer(['reset-after', 401], { tokens: ['succeed', invalid] });
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'auth', outcome: 'unknown' });
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toHaveLength(2);
  });
});

it('never replays a 403, and keeps the token', async () => {
  const server = await startUnreliableServer(() => 403);
  const client = createTestClient(server, eager);

  for (const call of [read, write]) {
    expect(await catchError(call(client))).toMatchObject({ kind: 'api', outcome: 'rejected', status: 403 });
  }
  expect(server.requests).toHaveLength(2);
  expect(server.tokenRequests).toHaveLength(1);
});

describe('a caller that aborts while all wait for one token', () => {
  it('is freed at once, while the others get it', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await startUnreliableServer([], {
      tokens: async () => {
        await released;
        return 'succeed' as const;
      },
    });
    const client = createTestClient(server, eager);
    const controller = new AbortController();
    const impatient = catchError(write(client, { signal: controller.signal }));
    const patient = write(client);
    await until(() => server.tokenRequests.length === 1, 'the token request');

    controller.abort();

    expect(await impatient).toMatchObject({ kind: 'aborted', outcome: 'not_sent', attempts: [] });
    release();
    expect(await patient).toMatchObject({ id: PAYMENT_ID });
    expect(server.tokenRequests).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });
});
