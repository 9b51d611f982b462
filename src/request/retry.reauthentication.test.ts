import { describe, expect, it } from 'vitest';
import { read, write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { eager, FakePlatform } from '../testing/platform.js';
import { createTestClient } from '../testing/test-client.js';
import { tokenValue } from '../testing/token-reply.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

describe('a 401', () => {
  it.each([
    { name: 'a read', call: read },
    { name: 'a write', call: write },
  ])('ends $name when it comes a second time', async ({ call }) => {
    const server = await startUnreliableServer(() => 401);
    const client = createTestClient(server, eager);

    const error = await catchError(call(client, { maxRetries: 5 }));

    expect(error).toMatchObject({ kind: 'auth', outcome: 'rejected', status: 401 });
    expect(error.attempts.map(({ status }) => status)).toEqual([401, 401]);
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('ends the call when it comes a second time after other retries', async () => {
    const server = await startUnreliableServer([401, 503, 401, 'succeed']);
    const client = createTestClient(server, eager);

    expect(await catchError(write(client, { maxRetries: 5 }))).toMatchObject({ kind: 'auth', status: 401 });
    expect(server.requests).toHaveLength(3);
  });

  it('is repeated at once, without a back-off', async () => {
    const server = await startUnreliableServer([401]);
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);

    await write(client);

    expect(server.requests).toHaveLength(2);
    expect(platform.pending).toEqual([]);
  });

  it('does not use up a retry', async () => {
    const server = await startUnreliableServer([401, 503, 503, 503, 'succeed']);
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'api', status: 503 });
    expect(server.requests).toHaveLength(4);
  });

  it('is repeated with a new token when maxRetries is 0, and nothing else is', async () => {
    const server = await startUnreliableServer([401, 'succeed', 401, 503]);
    const client = createTestClient(server, eager, { maxRetries: 0 });

    const { attempts } = await write(client).withResponse();
    expect(attempts.map(({ status }) => status)).toEqual([401, 200]);
    expect(server.requests[1]?.headers.authorization).toBe(`Bearer ${tokenValue(2)}`);

    expect(await catchError(write(client))).toMatchObject({ kind: 'api', status: 503 });
    expect(server.requests).toHaveLength(4);
  });

  it('keeps the outcome of the earlier attempt when the renewal fails', async () => {
    const invalid = { status: 401, body: { error: 'invalid_client' } };
    const server = await startUnreliableServer(['reset-after', 401], { tokens: ['succeed', invalid] });
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'auth', outcome: 'unknown' });
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toHaveLength(2);
  });
});

describe('a 403', () => {
  it('is not repeated, and does not drop the token', async () => {
    const server = await startUnreliableServer(() => 403);
    const client = createTestClient(server, eager);

    for (const call of [read, write]) {
      expect(await catchError(call(client))).toMatchObject({ kind: 'api', outcome: 'rejected', status: 403 });
    }
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toHaveLength(1);
  });
});
