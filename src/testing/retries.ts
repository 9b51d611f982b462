import { describe, expect, it } from 'vitest';
import type { LddPayEvent } from '../events.js';
import { type Behavior, named } from './behavior.js';
import type { read, write } from './calls.js';
import { catchError } from './catch-error.js';
import { PAYMENT_ID } from './fixtures.js';
import { FakePlatform } from './platform.js';
import { createTestClient } from './test-client.js';
import { startUnreliableServer } from './unreliable-server.js';

/** Creates a client that has a token, on a platform whose time the test advances. */
export async function setUpRetries(...args: Parameters<typeof startUnreliableServer>) {
  const server = await startUnreliableServer(...args);
  const platform = new FakePlatform();
  const events: LddPayEvent[] = [];
  const client = createTestClient(server, platform, { onEvent: (event) => events.push(event) });
  await client.getToken();
  events.length = 0;
  return { server, platform, client, events };
}

/** What the attempts of a call can meet. */
interface RetryCases {
  /** Statuses, and how many attempts a call makes that always gets them. */
  readonly statuses: readonly (readonly [status: number, times: number])[];
  /** What a second attempt makes up for. */
  readonly retried: readonly Behavior[];
  /** What ends a call that is not retried. */
  readonly last: readonly Behavior[];
}

/** One case or two of each kind. */
export const TYPICAL: RetryCases = {
  statuses: [
    [401, 2],
    [409, 3],
    [422, 1],
    [501, 1],
    [503, 3],
    [530, 3],
  ],
  retried: [429, 503, 'refuse', 'reset-after', 'silent'],
  last: [403, 503, 'reset-before', 'stall', 'truncate', 'html'],
};

/** All other cases. */
export const OTHERS: RetryCases = {
  statuses: [
    [400, 1],
    [403, 1],
    [404, 1],
    [408, 3],
    [418, 1],
    [429, 3],
    [500, 3],
    [502, 3],
    [504, 3],
    [499, 1],
    [520, 3],
    [521, 3],
    [522, 3],
    [523, 3],
    [524, 3],
    [525, 1],
  ],
  retried: [408, 409, 500, 502, 504, 520, 530, 'reset-before'],
  last: [400, 409, 429, 500, 'reset-after', 'silent', 'trickle'],
};

/** Tests how many attempts a call makes after each status and each failure of a connection. */
export function testRetries(
  name: string,
  call: typeof read | typeof write,
  { statuses, retried, last }: RetryCases,
): void {
  describe(name, () => {
    it.each(statuses)('that always gets a %i makes %i attempt(s)', async (status, times) => {
      const { server, platform, client } = await setUpRetries(() => status);

      const error = await catchError(platform.drive(call(client)));

      expect(error).toMatchObject({ kind: status === 401 ? 'auth' : 'api', status });
      expect(server.requests).toHaveLength(times);
      expect(error.attempts.map((attempt) => attempt.status)).toEqual(Array(times).fill(status));
      expect(platform.pending).toEqual([]);
    });

    it.each(named(retried))('succeeds on the second attempt after %s', async (_, behavior) => {
      const { server, platform, client } = await setUpRetries([behavior]);

      const { data, attempts } = await platform.drive(call(client).withResponse(), server);

      expect(data).toMatchObject({ id: PAYMENT_ID });
      expect(attempts).toHaveLength(2);
      expect(platform.pending).toEqual([]);
    });

    it.each(named(last))('with maxRetries 0 makes one attempt that ends with %s', async (_, behavior) => {
      const { server, platform, client } = await setUpRetries([behavior]);

      const error = await catchError(platform.drive(call(client, { maxRetries: 0 }), server));

      expect(server.requests).toHaveLength(1);
      expect(error.attempts).toHaveLength(1);
      expect(platform.pending).toEqual([]);
    });
  });
}

/** Tests that a call whose connection is refused is not retried with `maxRetries` 0. */
export function testRefusedConnection(name: string, call: typeof read | typeof write): void {
  describe(name, () => {
    it('with maxRetries 0 makes one attempt when the connection is refused', async () => {
      const { server, platform, client } = await setUpRetries(['refuse']);

      const error = await catchError(platform.drive(call(client, { maxRetries: 0 })));

      expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent' });
      expect(error.attempts).toHaveLength(1);
      expect(server.requests).toEqual([]);
    });
  });
}
