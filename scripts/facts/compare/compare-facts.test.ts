import { describe, expect, it } from 'vitest';
import type { OperationFacts } from '../model/facts.js';
import { compareFacts } from './compare-facts.js';

const compare = (before: OperationFacts, after: OperationFacts) =>
  compareFacts({ buy: before }, { buy: after });

describe('compareFacts', () => {
  it('returns nothing for equal facts in another order', () => {
    const before = { a: { operation: {}, request: { content: 'x', type: 'array' } }, b: { operation: {} } };
    const after = { b: { operation: {} }, a: { request: { type: 'array', content: 'x' }, operation: {} } };
    expect(compareFacts(before, after)).toEqual([]);
  });

  it('returns a missing and an extra element', () => {
    const mismatches = compare({ operation: {}, 'path id': {} }, { operation: {}, 'path ref': {} });
    expect(mismatches).toEqual([
      { operation: 'buy', element: 'path id', kind: 'missing' },
      { operation: 'buy', element: 'path ref', kind: 'extra' },
    ]);
  });

  it('returns each different keyword with both values', () => {
    const mismatches = compare(
      { 'query a': { maxLength: 80, format: 'uri' } },
      { 'query a': { maxLength: 90, minLength: 1 } },
    );
    const place = { operation: 'buy', element: 'query a', kind: 'different' };
    expect(mismatches).toEqual([
      { ...place, keyword: 'maxLength', before: 80, after: 90 },
      { ...place, keyword: 'format', before: 'uri' },
      { ...place, keyword: 'minLength', after: 1 },
    ]);
  });

  it('distinguishes values of different types', () => {
    expect(compare({ 'query a': { default: '1' } }, { 'query a': { default: 1 } })).toHaveLength(1);
    expect(compare({ 'query a': { enum: ['1'] } }, { 'query a': { enum: [1] } })).toHaveLength(1);
    expect(compare({ 'query a': { type: 'string' } }, { 'query a': { type: ['string'] } })).toHaveLength(1);
  });

  it('ignores the order of a list', () => {
    expect(compare({ 'query a': { enum: ['S', 'M'] } }, { 'query a': { enum: ['M', 'S'] } })).toEqual([]);
  });

  it('returns a missing or extra operation once', () => {
    const elements = { operation: {}, request: {}, 'response 200': {} };
    expect(compareFacts({ buy: elements }, { sell: elements })).toEqual([
      { operation: 'buy', element: 'operation', kind: 'missing' },
      { operation: 'sell', element: 'operation', kind: 'extra' },
    ]);
  });

  it.each([
    ['response 200', ['response 200 header X', 'response 200[](1)', 'response 200[](1).a', 'response 200.b']],
    ['request', ['request.a', 'request.a.b', 'request.a[].c']],
    ['request.a', ['request.a.b', 'request.a(1)']],
  ])('returns a missing %s once, without the elements below it', (parent, children) => {
    const all = Object.fromEntries([parent, ...children].map((element) => [element, {}]));
    expect(compare(all, {})).toEqual([{ operation: 'buy', element: parent, kind: 'missing' }]);
    expect(compare(all, { [parent]: {} }).length).toBeGreaterThan(0);
  });

  it('does not take a longer name for an element below', () => {
    expect(compare({ 'path id': {}, 'path id2': {}, 'request.a': {}, 'request.ab': {} }, {})).toHaveLength(4);
  });
});
