import { describe, expect, it } from 'vitest';
import { FAULT_EFFECTS, type FaultEffect } from '../index.js';
import {
  createFault,
  expectNotUsedUp,
  isHit,
  openWithPayment,
  PAYMENT,
  REJECTED,
} from '../testing/fault-counting.js';
import { testResets } from '../testing/fault-resets.js';
import { TRANSPORTS } from '../testing/transports.js';

// Each request, and each effect; `faults.counting.slow.test.ts` has all pairs.
it.each(
  Object.entries(REJECTED).map(([name, rejected], index) => ({
    name,
    rejected,
    effect: FAULT_EFFECTS[index % FAULT_EFFECTS.length] as FaultEffect,
  })),
)('the fault $effect is not used up by requests $name', ({ effect, rejected }) =>
  expectNotUsedUp(effect, rejected),
);

describe.each([...FAULT_EFFECTS])('the fault %s', (effect) => {
  it('is used up by a repeated response', async () => {
    const { api } = await openWithPayment();
    const repeat = () => api.request('POST', '/payments', { ...PAYMENT, capture: false }, { key: 'used' });
    api.sandbox.faults.inject(createFault(effect));

    await repeat().then(
      (response) => response.body?.cancel(),
      () => undefined,
    );

    expect(await isHit(api, effect)).toBe(false);
    expect(api.sandbox.ledger()).toHaveLength(1);
  });
});

it('leaves a fault to later requests when the key of a request is in flight', async () => {
  const { api } = await openWithPayment();
  const pay = () => api.request('POST', '/payments', PAYMENT, { key: 'flight' });
  api.sandbox.faults.inject({ effect: 'delay', ms: 100 });
  api.sandbox.faults.inject({ effect: 'drop-after' });

  const first = pay();
  expect((await pay()).status).toBe(429);

  expect((await first).status).toBe(201);
  await expect(pay()).rejects.toThrow('fetch failed');
});

it('executes nothing and leaves the key free when the request is lost', async () => {
  const { api } = await openWithPayment();
  api.sandbox.faults.inject({ effect: 'drop-before' });
  const key = { key: 'lost' };

  await expect(api.pay({}, key)).rejects.toThrow('fetch failed');

  expect(api.sandbox.ledger()).toHaveLength(1);
  expect((await api.pay({ amount: 2000 }, key)).status).toBe(201);
});

it('delays a repeated response as well', async () => {
  const { api } = await openWithPayment();
  api.sandbox.faults.inject({ effect: 'delay', ms: 50 });
  const started = performance.now();

  const { status } = await api.pay({ capture: false }, { key: 'used' });

  expect(status).toBe(201);
  expect(performance.now() - started).toBeGreaterThan(45);
});

// Those over HTTP are in `faults.counting.slow.test.ts`.
testResets(TRANSPORTS.slice(0, 1));
