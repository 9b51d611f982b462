import { describe, expect, it } from 'vitest';
import { chooseLifecycles, type Intent, planLifecycles, type WriteId } from './lifecycle.js';

const LIFECYCLES = planLifecycles(1, 500);

describe('planLifecycles', () => {
  it('plans the same lifecycles for the same seed', () => {
    expect(planLifecycles(1, 500)).toEqual(LIFECYCLES);
    expect(planLifecycles(2, 500)).not.toEqual(LIFECYCLES);
  });

  it('begins each lifecycle with a charge, and plans every write', () => {
    const intents = LIFECYCLES.flatMap((lifecycle) => lifecycle.intents);

    expect(LIFECYCLES.every(({ intents: [first] }) => first?.write === 'requestPayment')).toBe(true);
    expect(new Set(intents.map(({ write }) => write)).size).toBe(7);
    expect(new Set(intents.map(({ name }) => name)).size).toBe(intents.length);
  });

  it('captures no more than it charges, and refunds no more than it captures, apart from what is too much', () => {
    for (const lifecycle of LIFECYCLES) {
      const intents = lifecycle.intents.filter(({ isTooMuch }) => !isTooMuch);
      const [charge] = intents;
      const captured = charge?.capture ? Number(charge.amount) : sum(intents, 'capturePayment');
      const authorized = Number(charge?.amount) + sum(intents, 'incrementAuthorization');

      expect(captured).toBeLessThanOrEqual(authorized);
      expect(sum(intents, 'refundPayment') + sum(intents, 'reversePayment')).toBeLessThanOrEqual(captured);
      expect(intents.every(({ amount = 1 }) => amount > 0)).toBe(true);
    }
  });

  it('plans captures, refunds and reversals that the API has to refuse in about 10 % of the lifecycles', () => {
    const refused = LIFECYCLES.flatMap(({ intents }) => intents.filter(({ isTooMuch }) => isTooMuch));

    expect(refused.length / LIFECYCLES.length).toBeCloseTo(0.1, 1);
    expect(new Set(refused.map(({ write }) => write)).size).toBe(3);
    expect(refused.every(({ amount = 0 }) => amount > 400)).toBe(true);
  });

  it('plans increments only for estimated charges, and cancels only what is tried again', () => {
    for (const { intents } of LIFECYCLES) {
      const [charge] = intents;
      const has = (write: WriteId) => intents.some((intent) => intent.write === write);

      expect(has('incrementAuthorization')).toBe(Boolean(charge?.isEstimated));
      expect(has('cancelScheduledRetry')).toBe(Boolean(charge?.isRetried));
    }
  });

  it('says of a refund that a reversal of a part may have made it, where both are of the same amount', () => {
    for (const { intents } of LIFECYCLES) {
      const parts = intents.filter(({ write, amount }) => write === 'reversePayment' && amount !== undefined);
      const refunds = intents.filter(({ write }) => write === 'refundPayment');

      expect(parts.every(({ isAmbiguous }) => isAmbiguous)).toBe(true);
      for (const refund of refunds)
        expect(Boolean(refund.isAmbiguous)).toBe(parts.some(({ amount }) => amount === refund.amount));
    }
  });
});

describe('chooseLifecycles', () => {
  const choose = (slot: number, isShared: boolean) =>
    chooseLifecycles(LIFECYCLES, { slot, workers: 4, seed: 1 }, isShared);

  it('gives each lifecycle to one worker', () => {
    const chosen = [0, 1, 2, 3].flatMap((slot) => choose(slot, false));

    expect(chosen.length).toBe(500);
    expect(new Set(chosen).size).toBe(500);
  });

  it('gives about 12 % of those that are shared to a second worker', () => {
    const chosen = [0, 1, 2, 3].flatMap((slot) => choose(slot, true));

    expect(new Set(chosen).size).toBe(500);
    expect((chosen.length - 500) / 500).toBeCloseTo(0.12, 1);
  });
});

function sum(intents: readonly Intent[], write: WriteId): number {
  return intents.filter((one) => one.write === write).reduce((total, { amount = 0 }) => total + amount, 0);
}
