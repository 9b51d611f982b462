import { describe, expect, it } from 'vitest';
import type { Fact, OperationFacts } from '../model/facts.js';
import { alignVariants } from './align-variants.js';

const STRING = { type: 'string' };

/** A response with variants that have the given fields, each of them a string. */
const facts = (...variants: readonly (readonly string[])[]): OperationFacts => {
  const elements = variants.flatMap((fields, index): [string, Fact][] => [
    [`response 200(${index + 1})`, {}],
    ...fields.map((field): [string, Fact] => [`response 200(${index + 1}).${field}`, STRING]),
  ]);
  return { operation: {}, 'response 200': {}, ...Object.fromEntries(elements) };
};

const align = (known: OperationFacts, page: OperationFacts) =>
  alignVariants({ buy: known }, { buy: page })['buy'];

describe('alignVariants', () => {
  it('keeps the numbers of variants that the page lists in another order', () => {
    const known = facts(['a', 'b'], ['a', 'c'], ['d']);
    expect(align(known, facts(['d'], ['a', 'b'], ['a', 'c']))).toEqual(known);
  });

  it('keeps the order of variants that the page lists in another order, and that of all else', () => {
    const known = { ...facts(['a', 'b'], ['c']), 'response 400': {} };
    const page = { ...facts(['c'], ['b', 'a']), 'response 400': {} };
    expect(Object.keys(align(known, page) ?? {})).toEqual([
      ...Object.keys(facts(['b', 'a'], ['c'])),
      'response 400',
    ]);
  });

  it('keeps the numbers of variants with an added or removed field', () => {
    const known = facts(['a', 'b', 'c'], ['x', 'y', 'z']);
    expect(align(known, facts(['x', 'y'], ['a', 'b', 'c', 'd']))).toEqual(
      facts(['a', 'b', 'c', 'd'], ['x', 'y']),
    );
  });

  it('keeps the numbers of the page where two variants are as similar to a known one', () => {
    const page = facts(['b'], ['a']);
    expect(align(facts(['a', 'b', 'c'], ['a', 'b']), page)).toEqual(page);
  });

  it('skips the number of a removed variant', () => {
    const { 'response 200(1)': _gone, 'response 200(1).a': _field, ...rest } = facts(['a'], ['b'], ['c']);
    expect(align(facts(['a'], ['b'], ['c']), facts(['b'], ['c']))).toEqual(rest);
  });

  it('gives a new variant the next number, at any position on the page', () => {
    expect(align(facts(['a'], ['b']), facts(['n', 'o', 'p'], ['a'], ['b']))).toEqual(
      facts(['a'], ['b'], ['n', 'o', 'p']),
    );
  });

  it('keeps the variants of two bodies apart', () => {
    const other = (page: OperationFacts) =>
      Object.fromEntries(Object.entries(page).map(([name, fact]) => [name.replace('200', '202[]'), fact]));
    const known = { ...facts(['a'], ['b']), ...other(facts(['b'], ['a'])) };
    expect(align(known, { ...facts(['b'], ['a']), ...other(facts(['b'], ['a'])) })).toEqual(known);
  });

  it('keeps the numbers of the page if no facts are known', () => {
    const page = facts(['a'], ['b']);
    expect(alignVariants({}, { buy: page })).toEqual({ buy: page });
  });
});
