import { describe, expect, it } from 'vitest';
import { read, write } from './calls.js';
import { catchError } from './catch-error.js';
import { eager, FakePlatform } from './platform.js';
import { deferred } from './promises.js';
import { createTestClient } from './test-client.js';
import { tokenValue } from './token-reply.js';
import { startUnreliableServer } from './unreliable-server.js';

/** Tests that a number of concurrent calls share their token requests, and that each is repeated as it was. */
export function testConcurrentCalls(count: number): void {
  function times<T>(make: () => T): T[] {
    return Array.from({ length: count }, make);
  }

  describe(`${count} concurrent calls`, () => {
    it('make one token request when they are the first ones', async () => {
      const server = await startUnreliableServer();
      const client = createTestClient(server, eager);

      await Promise.all(times(() => write(client)));

      expect(server.tokenRequests).toHaveLength(1);
      expect(server.requests).toHaveLength(count);
    });

    it('all fail with a failed token request, and all succeed when the next one succeeds', async () => {
      const server = await startUnreliableServer([], { tokens: [400] });
      const client = createTestClient(server, eager);

      const failed = await Promise.all(times(() => catchError(read(client))));
      await Promise.all(times(() => read(client)));

      expect(new Set(failed.map(({ kind, outcome }) => `${kind} ${outcome}`))).toEqual(
        new Set(['auth not_sent']),
      );
      expect(server.tokenRequests).toHaveLength(2);
      expect(server.requests).toHaveLength(count);
    });

    it('renew the token once after a 401, and each is repeated with its own key', async () => {
      const allArrived = deferred<void>();
      const server = await startUnreliableServer(async (_, number) => {
        if (number > count) return 'succeed';
        if (number === count) allArrived.resolve();
        await allArrived.promise;
        return 401;
      });
      const client = createTestClient(server, eager);
      await client.getToken();

      const responses = await Promise.all(times(() => write(client).withResponse()));

      expect(server.tokenRequests).toHaveLength(2);
      expect(server.requests).toHaveLength(2 * count);
      const authorizations = server.requests.map(({ headers }) => headers.authorization);
      expect(new Set(authorizations.slice(0, count))).toEqual(new Set([`Bearer ${tokenValue(1)}`]));
      expect(new Set(authorizations.slice(count))).toEqual(new Set([`Bearer ${tokenValue(2)}`]));
      const keys = responses.map(({ idempotencyKey }) => idempotencyKey).sort();
      expect(new Set(keys).size).toBe(count);
      expect(server.keys.slice(0, count).sort()).toEqual(keys);
      expect(server.keys.slice(count).sort()).toEqual(keys);
      expect([...server.effects].sort()).toEqual(keys);
    });

    it('do not drop the new token when a 401 arrives after the renewal', async () => {
      const renewed = deferred<void>();
      const server = await startUnreliableServer(async (request, number) => {
        if (request.headers.authorization !== `Bearer ${tokenValue(1)}`) {
          renewed.resolve();
          return 'succeed';
        }
        if (number > 1) await renewed.promise;
        return 401;
      });
      const client = createTestClient(server, eager);
      await client.getToken();

      await Promise.all(times(() => write(client)));

      expect(server.tokenRequests).toHaveLength(2);
      expect(server.requests).toHaveLength(2 * count);
    });

    it('with a revoked token cost one token request', async () => {
      const server = await startUnreliableServer();
      const client = createTestClient(server, eager);
      await write(client);

      server.revokeTokens();
      await Promise.all(times(() => read(client)));
      await read(client);

      expect(server.tokenRequests).toHaveLength(2);
    });

    it('cost two token requests while the API refuses every token', async () => {
      const server = await startUnreliableServer(() => 401);
      const client = createTestClient(server, new FakePlatform());

      await Promise.all(times(() => catchError(read(client))));
      await Promise.all(times(() => catchError(read(client))));

      expect(server.tokenRequests).toHaveLength(2);
      expect(server.requests).toHaveLength(3 * count);
    });
  });
}
