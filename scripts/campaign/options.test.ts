import { describe, expect, it } from 'vitest';
import { readOptions } from './options.js';

describe('readOptions', () => {
  it('runs 5000 lifecycles with 40 kills and 10 outages by default', () => {
    expect(readOptions(['--seed', '7'])).toEqual({
      merchant: 'loop',
      lives: 5000,
      seed: 7,
      strictKeys: false,
      kills: 40,
      outages: 10,
      struck: 0.4,
      workers: 4,
      json: undefined,
    });
  });

  it('draws a seed by default', () => {
    expect(readOptions([])?.seed).not.toBe(readOptions([])?.seed);
  });

  it('returns undefined for --help', () => {
    expect(readOptions(['--help'])).toBeUndefined();
  });

  it.each([
    ['--merchant', 'shop'],
    ['--lives', '0'],
    ['--lives', 'many'],
    ['--seed', '-1'],
    ['--kills', '1.5'],
    ['--struck', '1'],
    ['--struck', ''],
    ['--workers', '0'],
    ['campaign.json'],
  ])('rejects %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
