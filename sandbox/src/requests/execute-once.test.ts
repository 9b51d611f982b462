import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSandbox, type Fault, type Sandbox } from '../index.js';
import { connect, openApi } from '../testing/api.js';
import type { Transport } from '../testing/transports.js';

afterEach(() => {
  vi.useRealTimers();
});

/** Requests a payment that a fault delays. Returns once its timer runs. */
async function startPayment(fault: Pick<Fault, 'ms'>) {
  const api = await openApi();
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ...fault });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const paid = api.pay();
  while (vi.getTimerCount() === 0) await setImmediate();
  return { sandbox: api.sandbox, paid };
}

it.each([
  { delay: 1000, fault: {} },
  { delay: 50, fault: { ms: 50 } },
  { delay: 1, fault: { ms: 1 } },
])('executes a delayed request after $delay ms with $fault', async ({ delay, fault }) => {
  const { sandbox, paid } = await startPayment(fault);

  await vi.advanceTimersByTimeAsync(delay - 1);
  expect(sandbox.ledger()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  expect((await paid).status).toBe(201);
});

it('executes a delayed request at once when `ms` is 0', async () => {
  const { paid } = await startPayment({ ms: 0 });

  await vi.advanceTimersByTimeAsync(0);

  expect((await paid).status).toBe(201);
});

describe('a delayed request', () => {
  const DELAY = 2 ** 31 - 1;

  /** Sends a request that a fault delays. Returns its timer. */
  async function delay(transport: Transport | undefined, sandbox: Sandbox, signal?: AbortSignal) {
    const { origin = 'http://sandbox.test', fetch = sandbox.fetch } = transport ?? {};
    const api = await connect(sandbox, origin, fetch);
    sandbox.faults.inject({ operationId: 'getPaymentsList', effect: 'delay', ms: DELAY });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timers.mockRestore());
    const list = api.request('GET', '/payments?reference=a', undefined, signal && { signal });
    list.catch(() => {});
    const findTimer = () => {
      const at = timers.mock.calls.findIndex(([, ms]) => ms === DELAY);
      return timers.mock.results[at]?.value as NodeJS.Timeout | undefined;
    };
    await expect.poll(findTimer, { interval: 1 }).toBeDefined();
    const timer = findTimer();
    onTestFinished(() => clearTimeout(timer));
    return timer;
  }

  it('keeps the process alive until its caller has gone', async () => {
    const caller = new AbortController();
    const timer = await delay(undefined, createSandbox(), caller.signal);
    expect(timer?.hasRef()).toBe(true);
    caller.abort();
    expect(timer?.hasRef()).toBe(false);
  });

  it('leaves it to the server to keep the process alive', async () => {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    onTestFinished(() => server.close());
    expect((await delay({ origin: server.url, fetch }, sandbox))?.hasRef()).toBe(false);
  });
});
