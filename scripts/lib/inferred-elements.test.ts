import { describe, expect, it } from 'vitest';
import { document } from '../../contract/src/conformance/description.js';
import type { Document } from './description.js';
import { listInferredElements } from './inferred-elements.js';

/** The names of the inferred elements in a part of a document. */
function names(parts: object): string[] {
  return listInferredElements(parts as Document).map(({ group, name }) => `${group}: ${name}`);
}

const schemas = (thing: object) => ({ components: { schemas: { Thing: thing } } });

describe('listInferredElements', () => {
  it('lists each method of an inferred path', () => {
    const path = { 'x-inferred': 'why', get: { operationId: 'list' }, post: { operationId: 'make' } };
    expect(names({ paths: { '/things/{id}': path } })).toEqual([
      'paths: GET /things/{id}',
      'paths: POST /things/{id}',
    ]);
  });

  it('lists an inferred schema and each of its properties', () => {
    expect(names(schemas({ 'x-inferred': 'why', properties: { a: {}, b: {} } }))).toEqual([
      'Thing: as a whole',
      'Thing: a',
      'Thing: b',
    ]);
  });

  it('lists each property of a schema whose properties are inferred', () => {
    expect(names(schemas({ 'x-inferred': { properties: 'why' }, properties: { a: {}, b: {} } }))).toEqual([
      'Thing: a',
      'Thing: b',
    ]);
  });

  it('lists an inferred keyword with its path', () => {
    const inner = { items: { properties: { a: { pattern: '', 'x-inferred': { pattern: 'why' } } } } };
    expect(names(schemas({ properties: { list: inner } }))).toEqual(['Thing: list.*.a pattern']);
  });

  it('lists one host, however many servers there are', () => {
    const server = { url: 'http://127.0.0.1', 'x-inferred': 'why' };
    expect(names({ servers: [server, server] })).toEqual(['servers: the host']);
  });

  it('leaves out marks of texts, also on an operation', () => {
    const mark = { 'x-inferred': { description: 'why' }, description: '' };
    expect(names({ ...schemas({ properties: { a: mark } }), paths: { '/a': { post: mark } } })).toEqual([]);
  });

  it('lists every mark of the description with its reason and its place', () => {
    const elements = listInferredElements(document);
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
      reason:
        'checkout-sdk-net src/CheckoutSdk/Payments/Response/PaymentsQueryResponse.cs; the page has no body for it',
    });
  });
});
