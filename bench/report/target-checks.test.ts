import { describe, expect, it } from 'vitest';
import type { JournalFigures } from '../calls/measure-journal.js';
import type { Contender } from '../lib/contenders.js';
import { computeSpread } from '../lib/spread.js';
import type { PackageFigures } from '../packages/measure-packages.js';
import type { Measured } from './results.js';
import { checkTargets } from './target-checks.js';
import { createSamples } from './testing/samples.js';

function createPackage(figures: Partial<PackageFigures>): PackageFigures {
  const one = computeSpread([1]);
  const times = { importMs: one, importOverStripe: one, typeCheckMs: one };
  return { name: 'lddpay', minified: 0, gzipped: 0, packages: 0, installedBytes: 0, ...times, ...figures };
}

const checkTarget = (measured: Measured, target: string) =>
  checkTargets(measured).find((one) => one.target === target) ?? expect.unreachable();

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
    [
      'openapi-fetch client on undici ÷ Pool.request, wall',
      { 'lddpay-openapi-fetch-undici': 22, pool: 10 },
      true,
    ],
    [
      'openapi-fetch client on undici ÷ Pool.request, CPU',
      { 'lddpay-openapi-fetch-undici': 23, pool: 10 },
      false,
    ],
    [
      'openapi-fetch client on fetch ÷ openapi-fetch alone, wall',
      { 'lddpay-openapi-fetch-fetch': 10, 'openapi-fetch': 10 },
      true,
    ],
    [
      'openapi-fetch client on fetch ÷ openapi-fetch alone, CPU',
      { 'lddpay-openapi-fetch-fetch': 11, 'openapi-fetch': 10 },
      false,
    ],
  ])('%s, with %o', (target, times, met) => {
    expect(checkTarget({ samples: createSamples(times) }, target).met).toBe(met);
  });
});

it('a target for both operations is missed when one operation misses it', () => {
  const samples = createSamples({}).map((sample) =>
    sample.contender === 'lddpay-undici' && sample.operation === 'get' ? { ...sample, wall: 17 } : sample,
  );

  const { figures, met } = checkTarget({ samples }, 'on undici ÷ Pool.request, wall');

  expect(figures).toEqual({ create: 1, get: 1.7 });
  expect(met).toBe(false);
});

it('a call that costs more with more calls in flight misses its target', () => {
  const samples = createSamples({}).map((sample) =>
    sample.inFlight === 64 ? { ...sample, wall: sample.wall * 1.4, cpu: sample.cpu * 1.3 } : sample,
  );

  expect(checkTarget({ samples }, 'on undici, 64 ÷ 8 in flight, wall').met).toBe(false);
  expect(checkTarget({ samples }, 'on undici, 64 ÷ 8 in flight, CPU').met).toBe(true);
});

describe('a healthy write through a journal', () => {
  const one = computeSpread([1]);
  const write = {
    ...{ name: 'requestPayment', operation: 'requestPayment', way: 'journal' },
    ...{ wall: one, cpu: one, overPlain: { wall: one, cpu: one } },
    ...{ writes: 3, writesBefore: 1, reads: 5, extraRequests: 0 },
  } as const;
  const refund = {
    ...write,
    ...{ name: 'exclusive refundPayment', operation: 'refundPayment', way: 'exclusive', writesBefore: 2 },
  } as const;
  const listMissed = (figures: Partial<JournalFigures>) =>
    checkTargets({ journal: [write, refund].map((one) => ({ ...one, ...figures }) as JournalFigures) })
      .filter(({ met }) => !met)
      .map(({ target }) => target);

  it('meets its targets with three store writes, of which one or two come first', () => {
    expect(listMissed({})).toEqual([]);
  });

  it.each([
    [{ writes: 4 }, ['store writes of a write through a journal']],
    [{ writesBefore: 2 }, ['store writes before its first byte']],
    [
      { writesBefore: 3 },
      ['store writes before its first byte', 'store writes before its first byte, exclusive refund'],
    ],
    [{ extraRequests: 1 }, ['requests that a journal adds']],
  ])('misses its target with %o', (figures, missed) => {
    expect(listMissed(figures)).toEqual(missed);
  });
});

describe('an observed call', () => {
  const listMissed = (wall: number, cpu: number) => {
    const [one, over] = [computeSpread([1]), { wall: computeSpread([wall]), cpu: computeSpread([cpu]) }];
    const observer = [{ operation: 'get', wall: one, cpu: one, overPlain: over }] as const;
    return checkTargets({ observer })
      .filter(({ met }) => !met)
      .map(({ target }) => target);
  };

  it('meets its targets with 3 % more than a call without an observer', () => {
    expect(listMissed(1.03, 1.03)).toEqual([]);
  });

  it('misses its targets with more', () => {
    expect(listMissed(1.04, 1)).toEqual(['an observed call ÷ one without an observer, wall']);
    expect(listMissed(1, 1.04)).toEqual(['an observed call ÷ one without an observer, CPU']);
  });
});

it('a client that becomes slower or leaks memory misses its target', () => {
  const times = { wall: computeSpread([50]), cpu: computeSpread([50]) };
  const as = (ratio: number, growth: number) => ({
    ...{ calls: 1_000_000, before: 10_000, late: times, early: times },
    lateOverEarly: { wall: computeSpread([ratio]), cpu: computeSpread([1]) },
    growth: computeSpread([growth]),
  });

  const mets = [as(1.1, 1_000_000), as(1.2, 0), as(1, 2_000_000)].map((million) =>
    checkTargets({ million }).map(({ met }) => met),
  );

  expect(mets).toEqual([
    [true, true],
    [false, true],
    [true, false],
  ]);
});

it('size, number of packages and import time have targets', () => {
  const enough = { gzipped: 14.40625 * 1024, packages: 3, importOverStripe: computeSpread([0.2]) };
  const tooMuch = { gzipped: 14.40625 * 1024 + 1, packages: 4, importOverStripe: computeSpread([0.21]) };

  const mets = [enough, tooMuch].map((figures) =>
    checkTargets({ packages: [createPackage(figures)] }).map(({ met }) => met),
  );

  expect(mets).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});

it('a target without a figure is not met', () => {
  expect(checkTargets({ journal: [], observer: [] }).filter(({ met }) => met)).toEqual([]);
});

it('packages without lddpay are an error', () => {
  const check = () => checkTargets({ packages: [createPackage({ name: 'stripe' })] });

  expect(check).toThrow('lddpay is not among the measured packages.');
});

it('a section that was not measured has no target', () => {
  expect(checkTargets({})).toEqual([]);
});

describe('the sandbox', () => {
  const one = computeSpread([1]);
  const measure = (ratio: number, rss = 0) =>
    checkTargets({
      sandbox: {
        duels: [
          { inFlight: 8, measure: 'wall', sandbox: one, prism: one, ratio: computeSpread([ratio]) },
          { inFlight: 8, measure: 'cpu', sandbox: one, prism: one, ratio: one },
          { inFlight: 64, measure: 'wall', sandbox: one, prism: one, ratio: one },
        ],
        memory: { payments: 1, rss, heapUsed: 0 },
      },
    }).map(({ met }) => met);

  it('meets its targets at a quarter of the time of Prism, and in 500 MB', () => {
    expect(measure(0.25, 500 * 1024 * 1024)).toEqual([true, true]);
  });

  it('misses its targets when it takes longer or more memory', () => {
    expect(measure(0.26, 501 * 1024 * 1024)).toEqual([false, false]);
  });
});
