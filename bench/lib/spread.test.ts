import { describe, expect, it } from 'vitest';
import { compareTimes, computeRatio, computeSpread, computeTimes } from './spread.js';

describe('computeSpread', () => {
  it('orders figures by size, not by their digits', () => {
    expect(computeSpread([100, 9, 20])).toEqual({ median: 20, lower: 14.5, upper: 60 });
  });

  it('ignores a single figure that is far off', () => {
    expect(computeSpread([1, 2, 3, 4, 5, 6, 7, 1000])).toEqual({ median: 4.5, lower: 2.5, upper: 6.5 });
  });

  it('returns the mean of the two figures in the middle', () => {
    expect(computeSpread([10, 1, 4, 2]).median).toBe(3);
  });

  it('does not change the order of the given figures', () => {
    const figures = [3, 1, 2];

    computeSpread(figures);

    expect(figures).toEqual([3, 1, 2]);
  });

  it('returns NaN without figures', () => {
    expect(computeSpread([]).median).toBeNaN();
  });
});

describe('computeRatio', () => {
  it('compares within a turn, so that a turn that is slow for both makes no difference', () => {
    expect(computeRatio([30, 100, 12], [10, 50, 12])).toEqual({ median: 2, lower: 1.5, upper: 2.5 });
  });

  it('returns NaN when there is nothing to compare with', () => {
    expect(computeRatio([1], []).median).toBeNaN();
  });
});

it('times are compared by the clock and by what they take of processors', () => {
  const times = [{ wall: 30, cpu: 4 }];

  expect(computeTimes(times)).toMatchObject({ wall: { median: 30 }, cpu: { median: 4 } });
  expect(compareTimes(times, [{ wall: 10, cpu: 2 }])).toMatchObject({
    wall: { median: 3 },
    cpu: { median: 2 },
  });
});
