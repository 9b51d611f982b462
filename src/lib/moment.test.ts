import { describe, expect, it } from 'vitest';
import { readTime } from './moment.js';

describe('readTime', () => {
  it.each([
    ['no time', null],
    ['an object without a string form', { toString: 1, valueOf: 1 }],
    ['a list that is nested very deep', JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))],
  ])('cannot read %s, and does not throw', (_name, time) => {
    expect(readTime(time)).toEqual([Number.NaN, Number.NaN]);
  });
});
