import { describe, expect, it } from 'vitest';
import { listSmaller, reduceCase } from './reduce-case.js';

describe('reduceCase', () => {
  it('leaves out every member and item that the failure does not need', async () => {
    const failing = { a: 1, b: { c: [1, 7, 3], d: 'x' }, e: null };
    const reduced = await reduceCase(failing, async (smaller) => JSON.stringify(smaller).includes('7'));
    expect(reduced).toEqual({ b: { c: [7] } });
  });

  it('finds the smallest number and the shortest string that fail', async () => {
    const reduced = await reduceCase({ amount: 1_000_003, text: 'x'.repeat(1000) }, async (smaller) => {
      const { amount = 0, text = '' } = Object(smaller);
      return amount >= 43 && text.length >= 256;
    });
    expect(reduced).toEqual({ amount: 43, text: 'x'.repeat(256) });
  });

  it('returns the case itself when nothing smaller fails', async () => {
    const failing = { a: [{ b: 'text' }] };
    expect(await reduceCase(failing, async () => false)).toBe(failing);
  });
});

describe('listSmaller', () => {
  it('lists fewer members before smaller values', () => {
    expect([...listSmaller({ a: 4, b: true })]).toEqual([
      { b: true },
      { a: 4 },
      { a: 0, b: true },
      { a: 2, b: true },
      { a: 3, b: true },
    ]);
  });

  it('keeps characters of two code units whole', () => {
    expect([...listSmaller('😀😀')]).toEqual(['', '😀']);
  });

  it('lists nothing for the smallest values', () => {
    expect([0, '', null, true, {}, []].flatMap((value) => [...listSmaller(value)])).toEqual([]);
  });
});
