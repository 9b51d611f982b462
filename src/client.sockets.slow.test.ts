import { describe, expect, it } from 'vitest';
import type { LddPayEvent } from './events.js';
import type { Behavior } from './testing/behavior.js';
import { read, write } from './testing/calls.js';
import { eager, until } from './testing/platform.js';
import { createTestClient } from './testing/test-client.js';
import { startUnreliableServer, type UnreliableServer } from './testing/unreliable-server.js';

const CALLS = 250;
const CONCURRENT = 50;

// More than the buffers of a connection hold, so that an unread body keeps it open.
const LARGE = 'x'.repeat(256 * 1024);

const BEHAVIORS: readonly Behavior[] = [
  503,
  'reset-before',
  429,
  'truncate',
  'succeed',
  { status: 503, body: LARGE },
  401,
  'reset-after',
  'html',
  { status: 307, headers: { Location: 'http://127.0.0.1:1/' } },
];

/** Returns the behaviors in turn, and sometimes one in which the request times out. */
function behaviorOf(number: number): Behavior {
  if (number % 25 === 0) return number % 50 === 0 ? 'stall' : 'silent';
  return BEHAVIORS[number % BEHAVIORS.length] ?? 'succeed';
}

it(`leaves no open connection and no unread body after ${CALLS} calls, many of which failed or were retried`, async () => {
  const responses: Response[] = [];
  const server = await startUnreliableServer((_, number) => behaviorOf(number));
  const client = createTestClient(server, eager, {
    attemptTimeout: 1000,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      responses.push(response);
      return response;
    },
  });
  await client.getToken();
  await waitUntilIdle(server);
  let failed = 0;
  let made = 0;
  const work = async () => {
    while (made < CALLS) {
      made += 1;
      await (made % 2 === 0 ? write : read)(client).catch(() => {
        failed += 1;
      });
    }
  };

  await Promise.all(Array.from({ length: CONCURRENT }, work));

  expect(failed).toBeGreaterThan(CALLS / 10);
  expect(server.requests.length).toBeGreaterThan(CALLS * 1.5);
  expect(server.held).toBeGreaterThan(10);
  expect(responses.filter(isUnread)).toEqual([]);
  await waitUntilIdle(server);
});

it('reads a response before the back-off, so that its connection is free again', async () => {
  const server = await startUnreliableServer([{ status: 503, body: LARGE }]);
  const responses: Response[] = [];
  const unreadAtRetry: boolean[] = [];
  const client = createTestClient(server, eager, {
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      responses.push(response);
      return response;
    },
    onEvent: ({ type }: LddPayEvent) => {
      if (type === 'retry') unreadAtRetry.push(responses.some(isUnread));
    },
  });

  await write(client);

  expect(unreadAtRetry).toEqual([false]);
  expect(responses.some(isUnread)).toBe(false);
  await waitUntilIdle(server);
});

it('does not end other calls with an aborted one, although they share connections and signals', async () => {
  const controllers = new Map<unknown, AbortController>();
  const server = await startUnreliableServer(({ headers }, number) => {
    if (number % 7 !== 0) return 'succeed';
    controllers.get(headers['cko-idempotency-key'])?.abort();
    return 'silent';
  });
  // The global fetch: signals for any other fetch serve a single request.
  const client = createTestClient(server, eager, { fetch: undefined, maxRetries: 0 });
  const failures: string[] = [];
  const work = async () => {
    for (let made = 0; made < 35; made += 1) {
      const [idempotencyKey, controller] = [crypto.randomUUID(), new AbortController()];
      controllers.set(idempotencyKey, controller);
      const call = write(client, { idempotencyKey, signal: controller.signal });
      await call.catch(({ kind }) => failures.push(kind));
    }
  };

  await Promise.all(Array.from({ length: 20 }, work));

  expect(server.requests).toHaveLength(700);
  expect(failures).toEqual(Array(100).fill('aborted'));
});

describe('a keep-alive connection that the server closed while it was idle', () => {
  it('costs a write one attempt, and the next attempt has the same key', async () => {
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

  it('is replaced by a new connection, and the write takes effect once', async () => {
    const server = await startUnreliableServer();
    const client = createTestClient(server, eager);
    await write(client);

    server.closeIdleSockets();
    const { idempotencyKey } = await write(client).withResponse();

    expect(server.effects).toHaveLength(2);
    expect(server.keys.at(-1)).toBe(idempotencyKey);
  });
});

/** Waits until each open connection is idle. It closes those, until none is left. */
async function waitUntilIdle(server: UnreliableServer): Promise<void> {
  await until(() => {
    server.closeIdleSockets();
    return server.openSockets === 0;
  }, `${server.openSockets} connections to be free`);
}

function isUnread(response: Response): boolean {
  return response.body !== null && !response.bodyUsed;
}
