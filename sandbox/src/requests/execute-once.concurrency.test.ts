import { describe, expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { connect } from '../testing/api.js';
import { testConcurrentPayments } from '../testing/concurrent-requests.js';
import { DAY, SECOND } from '../testing/fixtures.js';

const KEY = { key: 'order-17' };

// Those of actions are in `execute-once.concurrency.slow.test.ts`.
testConcurrentPayments('in-process', 500, (options) => connect(createSandbox(options)));

describe('an authorization that expires', () => {
  /** Connects to a sandbox with an authorized payment, and a function that lets its authorization expire. */
  async function setUp() {
    let now = 0;
    const api = await connect(createSandbox({ now: () => now, tokenLifetime: (30 * DAY) / SECOND }));
    const id = await api.authorize();
    return {
      api,
      id,
      expire: () => {
        now = 8 * DAY;
      },
    };
  }

  it('rejects a capture whose body arrives later', async () => {
    const { api, id, expire } = await setUp();
    const bodyOfCapture = new ReadableStream(
      {
        pull(controller) {
          expire();
          controller.enqueue(new TextEncoder().encode('{}'));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const slow = await connect(api.sandbox, undefined, (url, init) => {
      const slowInit: RequestInit & { duplex: 'half' } = { ...init, body: bodyOfCapture, duplex: 'half' };
      return api.sandbox.fetch(url, String(url).endsWith('/captures') ? slowInit : init);
    });

    expect((await slow.capture(id, {})).status).toBe(403);
  });

  it('rejects a capture that is delayed meanwhile', async () => {
    const { api, id, expire } = await setUp();
    api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 200 });

    const delayed = api.capture(id, {}, KEY);
    expect((await api.capture(id, {}, { ...KEY, allow: 'in flight' })).status).toBe(429);
    expire();

    expect((await delayed).status).toBe(403);
  });
});
