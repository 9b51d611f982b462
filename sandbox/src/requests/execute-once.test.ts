import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import type { Fault } from '../index.js';
import { openApi } from '../testing/api.js';

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
