import { describe, expect, it } from 'vitest';
import type { OperationFacts } from '../model/facts.js';
import { findChanges } from './find-changes.js';

const TEXT = { type: 'string' };

const changes = (before: OperationFacts, after: OperationFacts) =>
  findChanges({ buy: before }, { buy: after });

describe('the changes between two sets of facts', () => {
  it('are elements added and removed, with what is stated of them', () => {
    expect(
      changes({ request: {}, 'query a': TEXT }, { request: {}, 'response 200': { content: 'x' } }),
    ).toEqual([
      { operation: 'buy', element: 'query a', kind: 'removed', before: TEXT },
      { operation: 'buy', element: 'response 200', kind: 'added', after: { content: 'x' } },
    ]);
  });

  it('are keywords with the old and the new value, where one is stated', () => {
    const point = { operation: 'buy', element: 'query a', kind: 'changed' };
    expect(
      changes({ 'query a': { maxLength: 1, format: 'uri' } }, { 'query a': { maxLength: 2, minLength: 1 } }),
    ).toEqual([
      { ...point, keyword: 'maxLength', before: 1, after: 2 },
      { ...point, keyword: 'format', before: 'uri' },
      { ...point, keyword: 'minLength', after: 1 },
    ]);
  });

  it('do not come from the order of operations, elements, keywords or members of an enum', () => {
    const before = { a: { x: { type: 'string', enum: ['S', 'M'] }, y: {} }, b: {} };
    const after = { b: {}, a: { y: {}, x: { enum: ['M', 'S'], type: 'string' } } };
    expect(findChanges(before, after)).toEqual([]);
  });

  it('name an operation that has come or gone once', () => {
    const elements = { operation: { beta: true }, 'response 200': {} };
    expect(findChanges({ buy: elements }, { sell: elements })).toEqual([
      { operation: 'buy', element: 'operation', kind: 'removed', before: { beta: true } },
      { operation: 'sell', element: 'operation', kind: 'added', after: { beta: true } },
    ]);
  });
});

describe('a field that has gone and one that has come', () => {
  const renamed = (before: string, after: string) => [
    { operation: 'buy', element: before, kind: 'renamed', before, after },
  ];

  it.each([
    ['request.a', 'request.b'],
    ['request.a.x', 'request.a.y'],
    ['response 200(1)[].a', 'response 200(1)[].b'],
    ['query a', 'query b'],
    ['response 200 header X-A', 'response 200 header X-B'],
  ])('seem to be one with another name: %s, %s', (before, after) => {
    expect(changes({ [before]: TEXT }, { [after]: TEXT })).toEqual(renamed(before, after));
  });

  it('seem to be one although something else has changed', () => {
    expect(
      changes({ 'request.a': TEXT, request: { content: 'x' } }, { 'request.b': TEXT, request: {} }),
    ).toEqual([
      ...renamed('request.a', 'request.b'),
      expect.objectContaining({ kind: 'changed', element: 'request' }),
    ]);
  });

  it('take with them what lies below', () => {
    const below = { 'request.a': {}, 'request.a.x': TEXT };
    expect(changes(below, { 'request.b': {}, 'request.b.x': TEXT })).toEqual(
      renamed('request.a', 'request.b'),
    );
    expect(changes(below, { 'request.b': {}, 'request.b.y': TEXT })).toHaveLength(2);
  });

  it.each([
    ['they are stated otherwise', { 'request.a': TEXT }, { 'request.b': { type: 'number' } }],
    ['they are in different places', { 'request.a': TEXT }, { 'request.x.a': TEXT }],
    ['one is a parameter of another kind', { 'query a': TEXT }, { 'header a': TEXT }],
    ['they are statuses', { 'response 403': {} }, { 'response 409': {} }],
    ['two have gone', { 'request.a': TEXT, 'request.b': TEXT }, { 'request.c': TEXT }],
    ['two have come', { 'request.a': TEXT }, { 'request.b': TEXT, 'request.c': TEXT }],
  ])('are told apart when %s', (_why, before: OperationFacts, after: OperationFacts) => {
    expect(changes(before, after).map(({ kind }) => kind)).not.toContain('renamed');
    expect(changes(before, after).length).toBeGreaterThan(1);
  });
});
