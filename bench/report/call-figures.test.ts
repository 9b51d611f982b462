import { expect, it } from 'vitest';
import { contenders } from '../lib/contenders.js';
import { summarizeCalls } from './call-figures.js';
import { createSamples } from './testing/samples.js';

it('summarizes every client for every operation and number of calls in flight', () => {
  expect(summarizeCalls(createSamples({}))).toHaveLength(contenders.length * 2 * 2);
});

it('compares calls of the same operation and the same number in flight', () => {
  const figures = summarizeCalls(createSamples({ stripe: 30, 'lddpay-undici': 15, 'lddpay-fetch': 60 }));
  const stripe = figures.filter(({ contender }) => contender === 'stripe');

  expect(stripe).toHaveLength(4);
  for (const { overUndici, overFetch } of stripe) {
    expect(overUndici.wall.median).toBe(2);
    expect(overFetch.cpu.median).toBe(0.5);
  }
});
