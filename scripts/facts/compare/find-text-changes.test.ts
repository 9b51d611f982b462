import { describe, expect, it } from 'vitest';
import type { OperationFacts, Page, Texts } from '../model/facts.js';
import { findChanges } from './find-changes.js';
import { findTextChanges } from './find-text-changes.js';

const STRING = { type: 'string' };

/** A page with these elements; each text is its own hash. */
const page = (elements: OperationFacts, texts: Texts[string], outside = ''): Page => {
  const all = { page: { text: outside }, buy: texts };
  const source = { url: 'https://docs.example/', id: 7, modified: '2024-02-03T04:05:06' };
  return { source, operations: { buy: elements }, texts: all, terms: {}, prose: all };
};

const changes = (before: Page, after: Page) =>
  findTextChanges(before, after, findChanges(before.operations, after.operations));

const change = (element: string, text: string) => ({ operation: 'buy', element, kind: 'text', text });

describe('findTextChanges', () => {
  it('lists changed, new and removed texts of elements and sections with what they read now', () => {
    const elements = { operation: {}, 'query a': STRING, 'query b': STRING, 'query c': STRING };
    const before = page(elements, { operation: 'Buys.', 'query a': 'One', 'query b': 'Two' });
    const after = page(elements, {
      operation: 'Buys.',
      'query a': 'Other',
      'query c': 'New',
      responses: 'See',
    });
    expect(changes(before, after)).toEqual([
      change('query a', 'Other'),
      change('query b', ''),
      change('query c', 'New'),
      change('responses', 'See'),
    ]);
  });

  it('lists a changed text outside the operations', () => {
    expect(changes(page({}, {}, 'Hello'), page({}, {}, 'Goodbye'))).toEqual([
      { operation: 'page', element: 'text', kind: 'text', text: 'Goodbye' },
    ]);
  });

  it('lists no text of an element or operation that is added or removed', () => {
    const before = page({ 'query a': STRING }, { 'query a': 'One' });
    const after = page({ 'query b': { type: 'number' } }, { 'query b': 'Two' });
    expect(changes(before, after)).toEqual([]);
    const sell = {
      ...after,
      operations: { sell: {} },
      texts: { ...after.texts, sell: { operation: 'Sells' } },
    };
    expect(changes(before, sell)).toEqual([]);
  });

  it('follows a renamed element and what is below it', () => {
    const before = page({ 'request.a': {}, 'request.a.x': STRING }, { 'request.a': 'A', 'request.a.x': 'X' });
    const after = { 'request.b': {}, 'request.b.x': STRING };
    expect(changes(before, page(after, { 'request.b': 'A', 'request.b.x': 'X' }))).toEqual([]);
    expect(changes(before, page(after, { 'request.b': 'A', 'request.b.x': 'Y' }))).toEqual([
      change('request.b.x', 'Y'),
    ]);
  });
});
