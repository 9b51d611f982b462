import { describe, expect, it } from 'vitest';
import { valuesAt } from './values-at.js';

describe('valuesAt', () => {
  it('returns the value at a path', () => {
    expect(valuesAt({ _links: { next: { href: '/2' } } }, '_links.next.href')).toEqual(['/2']);
  });

  it('returns the values of every member of a list or object for *', () => {
    expect(valuesAt({ items: [{ amount: 1 }, { amount: 2 }] }, 'items.*.amount')).toEqual([1, 2]);
    expect(valuesAt({ items: { a: { amount: 1 }, b: { amount: 2 } } }, 'items.*.amount')).toEqual([1, 2]);
  });

  it('returns the values at every depth for **', () => {
    const value = { cvv: 1, source: { cvv: 2 }, list: [{ of: [{ cvv: 3 }] }] };

    expect(valuesAt(value, '**.cvv').filter((one) => one !== undefined)).toEqual([1, 2, 3]);
  });

  it('returns undefined for a missing last property', () => {
    expect(valuesAt({ source: {} }, 'source.cvv')).toEqual([undefined]);
  });

  it.each([undefined, null, 'string', 17])('returns nothing when the way to the path is %o', (source) => {
    expect(valuesAt({ source }, 'source.cvv')).toEqual([]);
    expect(valuesAt(source, 'source')).toEqual([]);
  });

  it('returns nothing for the members of an empty list', () => {
    expect(valuesAt({ items: [] }, 'items.*.amount')).toEqual([]);
  });
});
