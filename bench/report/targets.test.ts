import { describe, expect, it } from 'vitest';
import { type Contender, contenders, operations } from '../contenders.js';
import type { Sample } from '../sections/calls.js';
import type { PackageFigures } from '../sections/packages.js';
import { spreadOf } from '../spread.js';
import { callFiguresOf } from './call-figures.js';
import { type Measured, targetsOf } from './targets.js';

/** Calls that take some microseconds, by their client; 10 for all others, however many are in flight. */
function samplesOf(times: Partial<Record<Contender, number>>): Sample[] {
  return [8, 64].flatMap((inFlight) =>
    contenders.flatMap((contender) =>
      operations.map((operation) => {
        const us = times[contender] ?? 10;
        return { contender, inFlight, operation, wall: us, cpu: us, bytes: 1 };
      }),
    ),
  );
}

function packageOf(figures: Partial<PackageFigures>): PackageFigures {
  const one = spreadOf([1]);
  const times = { importMs: one, importOverStripe: one, typeCheckMs: one };
  return { name: 'lddpay', minified: 0, gzipped: 0, packages: 0, installedBytes: 0, ...times, ...figures };
}

const verdict = (measured: Measured, target: string) =>
  targetsOf(measured).find((one) => one.target === target) ?? expect.unreachable();

describe('a target is met at its limit and missed beyond it', () => {
  it.each<[string, Partial<Record<Contender, number>>, boolean]>([
    ['on undici ÷ Pool.request, wall', { 'lddpay-undici': 16, pool: 10 }, true],
    ['on undici ÷ Pool.request, CPU', { 'lddpay-undici': 17, pool: 10 }, false],
    ['stripe-node ÷ on undici, wall', { stripe: 14, 'lddpay-undici': 10 }, true],
    ['stripe-node ÷ on undici, CPU', { stripe: 13, 'lddpay-undici': 10 }, false],
    ['openai-node ÷ on undici, wall', { openai: 35, 'lddpay-undici': 10 }, true],
    ['openai-node ÷ on undici, CPU', { openai: 34, 'lddpay-undici': 10 }, false],
    ['checkout-sdk-node ÷ on undici, wall', { checkout: 35, 'lddpay-undici': 10 }, true],
    ['checkout-sdk-node ÷ on undici, CPU', { checkout: 34, 'lddpay-undici': 10 }, false],
    ['on fetch ÷ global fetch, wall', { 'lddpay-fetch': 12, fetch: 10 }, true],
    ['on fetch ÷ global fetch, CPU', { 'lddpay-fetch': 13, fetch: 10 }, false],
    ['on fetch ÷ openapi-fetch alone, wall', { 'lddpay-fetch': 10, 'openapi-fetch': 10 }, true],
    ['on fetch ÷ openapi-fetch alone, CPU', { 'lddpay-fetch': 11, 'openapi-fetch': 10 }, false],
  ])('%s, with %o', (target, times, met) => {
    expect(verdict({ samples: samplesOf(times) }, target).met).toBe(met);
  });
});

it('a target for both operations is missed when one of them misses it', () => {
  const samples = samplesOf({}).map((sample) =>
    sample.contender === 'lddpay-undici' && sample.operation === 'get' ? { ...sample, wall: 17 } : sample,
  );

  const { figures, met } = verdict({ samples }, 'on undici ÷ Pool.request, wall');

  expect(figures).toEqual({ create: 1, get: 1.7 });
  expect(met).toBe(false);
});

it('a call that costs more with more of them in flight is found', () => {
  const samples = samplesOf({}).map((sample) =>
    sample.inFlight === 64 ? { ...sample, wall: sample.wall * 1.4, cpu: sample.cpu * 1.3 } : sample,
  );

  expect(verdict({ samples }, 'on undici, 64 ÷ 8 in flight, wall').met).toBe(false);
  expect(verdict({ samples }, 'on undici, 64 ÷ 8 in flight, CPU').met).toBe(true);
});

it('a client that gets slower, or holds on to what it has seen, is found', () => {
  const times = { wall: spreadOf([50]), cpu: spreadOf([50]) };
  const as = (ratio: number, growth: number) => ({
    ...{ calls: 1_000_000, before: 10_000, late: times, early: times },
    lateOverEarly: { wall: spreadOf([ratio]), cpu: spreadOf([1]) },
    growth: spreadOf([growth]),
  });

  const mets = [as(1.1, 1_000_000), as(1.2, 0), as(1, 2_000_000)].map((million) =>
    targetsOf({ million }).map(({ met }) => met),
  );

  expect(mets).toEqual([
    [true, true],
    [false, true],
    [true, false],
  ]);
});

it('size, packages and import are judged', () => {
  const enough = { gzipped: 12 * 1024, packages: 3, importOverStripe: spreadOf([0.2]) };
  const tooMuch = { gzipped: 12 * 1024 + 1, packages: 4, importOverStripe: spreadOf([0.21]) };

  const mets = [enough, tooMuch].map((figures) =>
    targetsOf({ packages: [packageOf(figures)] }).map(({ met }) => met),
  );

  expect(mets).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});

it('what was not measured is no target', () => {
  expect(targetsOf({})).toEqual([]);
});

it('ratios in the tables are of the same operation and the same number in flight', () => {
  const figures = callFiguresOf(samplesOf({ stripe: 30, 'lddpay-undici': 15, 'lddpay-fetch': 60 }));

  for (const { contender, overUndici, overFetch } of figures) {
    if (contender !== 'stripe') continue;
    expect(overUndici.wall.median).toBe(2);
    expect(overFetch.cpu.median).toBe(0.5);
  }
});
