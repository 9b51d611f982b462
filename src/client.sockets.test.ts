import { expect, it } from 'vitest';
import type { LddPayEvent } from './events.js';
import type { Behavior } from './testing/behavior.js';
import { read, write } from './testing/calls.js';
import { eager, until } from './testing/platform.js';
import { createTestClient } from './testing/test-client.js';
import { startUnreliableServer, type UnreliableServer } from './testing/unreliable-server.js';

const CALLS = 500;
const AT_ONCE = 50;

// More than what a connection takes in by itself, so that a body which nobody reads keeps it open.
const LARGE = 'x'.repeat(256 * 1024);

const FAULTS: readonly Behavior[] = [
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

/** The faults in turn, and every now and then a request that is held until its time is over. */
function faultOf(number: number): Behavior {
  if (number % 50 === 0) return number % 100 === 0 ? 'stall' : 'silent';
  return FAULTS[number % FAULTS.length] ?? 'succeed';
}

it(`leaves neither connections nor unread bodies after ${CALLS} calls that failed and were repeated`, async () => {
  const responses: Response[] = [];
  const server = await startUnreliableServer((_, number) => faultOf(number));
  const client = createTestClient(server, eager, {
    attemptTimeout: 1000,
    fetch: async (url, init) => {
      const response = await server.fetch(url, init);
      responses.push(response);
      return response;
    },
  });
  await client.getToken();
  await onlyIdle(server);
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

  await Promise.all(Array.from({ length: AT_ONCE }, work));

  expect(failed).toBeGreaterThan(CALLS / 10);
  expect(server.requests.length).toBeGreaterThan(CALLS * 1.5);
  expect(server.held).toBeGreaterThan(10);
  expect(responses.filter(unread)).toEqual([]);
  await onlyIdle(server);
});

it('an answer is read before the back-off, so that its connection is free again', async () => {
  const server = await startUnreliableServer([{ status: 503, body: LARGE }]);
  const responses: Response[] = [];
  const states: boolean[] = [];
  const client = createTestClient(server, eager, {
    fetch: async (url, init) => {
      const response = await server.fetch(url, init);
      responses.push(response);
      return response;
    },
    onEvent: ({ type }: LddPayEvent) => {
      if (type === 'retry') states.push(responses.some(unread));
    },
  });

  await write(client);

  expect(states).toEqual([false]);
  expect(responses.some(unread)).toBe(false);
  await onlyIdle(server);
});

it('a call that is aborted ends no other, though they share connections and signals', async () => {
  const controllers = new Map<unknown, AbortController>();
  const server = await startUnreliableServer(({ headers }, number) => {
    if (number % 7 !== 0) return 'succeed';
    controllers.get(headers['cko-idempotency-key'])?.abort();
    return 'silent';
  });
  // The global fetch itself: signals for another one serve a single request.
  const client = createTestClient(server, eager, { fetch: undefined, maxRetries: 0 });
  const failures: string[] = [];
  const work = async () => {
    for (let made = 0; made < 70; made += 1) {
      const [idempotencyKey, controller] = [crypto.randomUUID(), new AbortController()];
      controllers.set(idempotencyKey, controller);
      const call = write(client, { idempotencyKey, signal: controller.signal });
      await call.catch(({ kind }) => failures.push(kind));
    }
  };

  await Promise.all(Array.from({ length: 20 }, work));

  expect(server.requests).toHaveLength(1400);
  expect(failures).toEqual(Array(200).fill('aborted'));
});

/** Waits until every connection that is open is an idle one of the pool, by closing those. */
async function onlyIdle(server: UnreliableServer): Promise<void> {
  await until(() => {
    server.closeIdleSockets();
    return server.openSockets === 0;
  }, `${server.openSockets} connections to be free`);
}

function unread(response: Response): boolean {
  return response.body !== null && !response.bodyUsed;
}
