import { describe, expect, it } from 'vitest';
import type { OperationFacts } from '../model/facts.js';
import { findChanges } from './find-changes.js';

const STRING = { type: 'string' };

const changes = (before: OperationFacts, after: OperationFacts) =>
  findChanges({ buy: before }, { buy: after });

describe('findChanges', () => {
  it('lists added and removed elements with their facts', () => {
    expect(
      changes({ request: {}, 'query a': STRING }, { request: {}, 'response 200': { content: 'x' } }),
    ).toEqual([
      { operation: 'buy', element: 'query a', kind: 'removed', before: STRING },
      { operation: 'buy', element: 'response 200', kind: 'added', after: { content: 'x' } },
    ]);
  });

  it('lists changed keywords with the old and new value, if stated', () => {
    const point = { operation: 'buy', element: 'query a', kind: 'changed' };
    expect(
      changes({ 'query a': { maxLength: 1, format: 'uri' } }, { 'query a': { maxLength: 2, minLength: 1 } }),
    ).toEqual([
      { ...point, keyword: 'maxLength', before: 1, after: 2 },
      { ...point, keyword: 'format', before: 'uri' },
      { ...point, keyword: 'minLength', after: 1 },
    ]);
  });

  it('ignores the order of operations, elements, keywords and enum values', () => {
    const before = { a: { x: { type: 'string', enum: ['S', 'M'] }, y: {} }, b: {} };
    const after = { b: {}, a: { y: {}, x: { enum: ['M', 'S'], type: 'string' } } };
    expect(findChanges(before, after)).toEqual([]);
  });

  it('lists an added or removed operation once', () => {
    const elements = { operation: { beta: true }, 'response 200': {} };
    expect(findChanges({ buy: elements }, { sell: elements })).toEqual([
      { operation: 'buy', element: 'operation', kind: 'removed', before: { beta: true } },
      { operation: 'sell', element: 'operation', kind: 'added', after: { beta: true } },
    ]);
  });
});

describe('a removed and an added field', () => {
  const renamed = (before: string, after: string) => [
    { operation: 'buy', element: before, kind: 'renamed', before, after },
  ];

  it.each([
    ['request.a', 'request.b'],
    ['request.a.x', 'request.a.y'],
    ['response 200(1)[].a', 'response 200(1)[].b'],
    ['query a', 'query b'],
    ['response 200 header X-A', 'response 200 header X-B'],
  ])('are a rename if all else is alike: %s to %s', (before, after) => {
    expect(changes({ [before]: STRING }, { [after]: STRING })).toEqual(renamed(before, after));
  });

  it('are a rename although another element has changed', () => {
    expect(
      changes({ 'request.a': STRING, request: { content: 'x' } }, { 'request.b': STRING, request: {} }),
    ).toEqual([
      ...renamed('request.a', 'request.b'),
      expect.objectContaining({ kind: 'changed', element: 'request' }),
    ]);
  });

  it('are a rename together with everything below them', () => {
    const below = { 'request.a': {}, 'request.a.x': STRING };
    expect(changes(below, { 'request.b': {}, 'request.b.x': STRING })).toEqual(
      renamed('request.a', 'request.b'),
    );
    expect(changes(below, { 'request.b': {}, 'request.b.y': STRING })).toHaveLength(2);
  });

  it.each([
    ['their facts differ', { 'request.a': STRING }, { 'request.b': { type: 'number' } }],
    ['they are in different places', { 'request.a': STRING }, { 'request.x.a': STRING }],
    ['one is a parameter of another kind', { 'query a': STRING }, { 'header a': STRING }],
    ['one name may be the other with a mark', { 'request.a': STRING }, { 'request.aSecret': STRING }],
    ['they are statuses', { 'response 403': {} }, { 'response 409': {} }],
    ['two fields are removed', { 'request.a': STRING, 'request.b': STRING }, { 'request.c': STRING }],
    ['two fields are added', { 'request.a': STRING }, { 'request.b': STRING, 'request.c': STRING }],
  ])('are two changes if %s', (_why, before: OperationFacts, after: OperationFacts) => {
    expect(changes(before, after).map(({ kind }) => kind)).not.toContain('renamed');
    expect(changes(before, after).length).toBeGreaterThan(1);
  });
});
