import { describe, expect, it } from 'vitest';
import { findStale } from './find-stale.js';

describe('findStale', () => {
  const expected = new Map([
    ['a.ts', '1'],
    ['b.ts', '2'],
  ]);

  it('returns nothing for equal files', () => {
    expect(findStale(expected, new Map(expected))).toEqual([]);
  });

  it('names files that are missing, out of date or not generated', () => {
    const actual = new Map([
      ['b.ts', 'changed'],
      ['c.ts', '3'],
    ]);
    expect(findStale(expected, actual)).toEqual([
      'a.ts: missing',
      'b.ts: out of date',
      'c.ts: not generated',
    ]);
  });
});
