import { describe, expect, it } from 'vitest';
import type { Fact, OperationFacts } from '../model/facts.js';
import { alignVariants } from './align-variants.js';

const TEXT = { type: 'string' };

/** A response with alternatives that have the given fields, each of them a text. */
const facts = (...variants: readonly (readonly string[])[]): OperationFacts => {
  const elements = variants.flatMap((fields, index): [string, Fact][] => [
    [`response 200(${index + 1})`, {}],
    ...fields.map((field): [string, Fact] => [`response 200(${index + 1}).${field}`, TEXT]),
  ]);
  return { operation: {}, 'response 200': {}, ...Object.fromEntries(elements) };
};

const align = (known: OperationFacts, page: OperationFacts) =>
  alignVariants({ buy: known }, { buy: page })['buy'];

describe('the alternatives of a body', () => {
  it('keep their numbers in whatever order the page lists them', () => {
    const known = facts(['a', 'b'], ['a', 'c'], ['d']);
    expect(align(known, facts(['d'], ['a', 'b'], ['a', 'c']))).toEqual(known);
  });

  it('keep their numbers although a field has come or gone', () => {
    const known = facts(['a', 'b', 'c'], ['x', 'y', 'z']);
    expect(align(known, facts(['x', 'y'], ['a', 'b', 'c', 'd']))).toEqual(
      facts(['a', 'b', 'c', 'd'], ['x', 'y']),
    );
  });

  it('leave out the number of one that has gone', () => {
    const { 'response 200(1)': _gone, 'response 200(1).a': _field, ...rest } = facts(['a'], ['b'], ['c']);
    expect(align(facts(['a'], ['b'], ['c']), facts(['b'], ['c']))).toEqual(rest);
  });

  it('give a new one the next number, wherever the page lists it', () => {
    expect(align(facts(['a'], ['b']), facts(['n', 'o', 'p'], ['a'], ['b']))).toEqual(
      facts(['a'], ['b'], ['n', 'o', 'p']),
    );
  });

  it('are not mixed up with those of another body', () => {
    const other = (page: OperationFacts) =>
      Object.fromEntries(Object.entries(page).map(([name, fact]) => [name.replace('200', '202[]'), fact]));
    const known = { ...facts(['a'], ['b']), ...other(facts(['b'], ['a'])) };
    expect(align(known, { ...facts(['b'], ['a']), ...other(facts(['b'], ['a'])) })).toEqual(known);
  });

  it('are numbered as on the page where nothing is known yet', () => {
    const page = facts(['a'], ['b']);
    expect(alignVariants({}, { buy: page })).toEqual({ buy: page });
  });
});
