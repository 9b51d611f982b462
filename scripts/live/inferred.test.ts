import { describe, expect, it } from 'vitest';
import { document } from '../conformance/description.js';
import type { Document } from '../lib/description.js';
import { inferredElements } from './inferred.js';

/** The names of what is inferred in a part of a document. */
function names(parts: object): string[] {
  return inferredElements(parts as Document).map(({ group, name }) => `${group}: ${name}`);
}

const schemas = (thing: object) => ({ components: { schemas: { Thing: thing } } });

describe('what is inferred', () => {
  it('of a path is each of its methods', () => {
    const path = { 'x-inferred': 'why', get: { operationId: 'list' }, post: { operationId: 'make' } };
    expect(names({ paths: { '/things/{id}': path } })).toEqual([
      'paths: GET /things/{id}',
      'paths: POST /things/{id}',
    ]);
  });

  it('of a schema that is inferred as a whole is that, and each of its properties', () => {
    expect(names(schemas({ 'x-inferred': 'why', properties: { a: {}, b: {} } }))).toEqual([
      'Thing: as a whole',
      'Thing: a',
      'Thing: b',
    ]);
  });

  it('of a schema whose properties are inferred is each of them', () => {
    expect(names(schemas({ 'x-inferred': { properties: 'why' }, properties: { a: {}, b: {} } }))).toEqual([
      'Thing: a',
      'Thing: b',
    ]);
  });

  it('of a keyword is that keyword, where it stands', () => {
    const inner = { items: { properties: { a: { pattern: '', 'x-inferred': { pattern: 'why' } } } } };
    expect(names(schemas({ properties: { list: inner } }))).toEqual(['Thing: list.*.a pattern']);
  });

  it('of the whole description comes with the reason and the place of each mark', () => {
    const elements = inferredElements(document);
    const marks = JSON.stringify(document).match(/"x-inferred":/g) ?? [];
    expect(elements.length).toBeGreaterThan(marks.length);
    expect(elements.filter(({ reason }) => !reason)).toEqual([]);
    expect(new Set(elements.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).size).toBe(
      elements.length,
    );
    expect(elements).toContainEqual({
      pointer: '/components/responses/PaymentsListed',
      keyword: 'content',
      group: 'PaymentsListed',
      name: 'content',
      reason: 'a page of payments as in the API that LDDPay mirrors; the page documents no body',
    });
  });
});
