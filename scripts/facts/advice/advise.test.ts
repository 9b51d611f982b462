import { describe, expect, it } from 'vitest';
import { findChanges } from '../compare/find-changes.js';
import { describedFacts, readDescription } from '../description/read-description.js';
import { advice, both, files, json, needs, page, shop, size } from '../testing/sample-description.js';
import { advise } from './advise.js';

describe('an object that serves others too', () => {
  it('is pointed out with those that have not changed', () => {
    expect(needs(page({ sell: { 'request.size': { ...size, maxLength: 2 } } }))).toEqual([
      'openapi/schemas/Order.yaml: set properties.size.maxLength to 2; mind that it also serves rent',
    ]);
    expect(needs(page({ sell: { 'request.note': { type: 'string' } } }))).toEqual([
      'openapi/schemas/Order.yaml: add properties.note: {"type":"string"}; mind that it also serves rent',
    ]);
    expect(needs(page({ sell: { 'request.payer.name': undefined } }))).toEqual([
      'openapi/schemas/Person.yaml: remove properties.name, or mark it with x-inferred; mind that it also serves rent',
    ]);
  });

  it('is pointed out where it describes the items of a list', () => {
    expect(needs(page({ sell: { 'request.labels': { type: 'array', items: 'number' } } }))).toEqual([
      'openapi/schemas/Order.yaml: set properties.labels.items.type to "number"; mind that it also serves rent',
    ]);
  });

  it('is edited without more ado when all of them have changed alike', () => {
    expect(needs(both({ 'request.size': { ...size, maxLength: 2 } })).join()).not.toContain('mind');
    const unlike = page({
      sell: { 'request.size': { ...size, maxLength: 2 } },
      rent: { 'request.size': { ...size, maxLength: 3 } },
    });
    expect(needs(unlike)).toEqual([
      expect.stringContaining('also serves rent'),
      expect.stringContaining('also serves sell'),
    ]);
  });

  it('counts the others beyond the third', () => {
    const many = structuredClone(shop);
    const copies = ['a', 'b', 'c', 'd'].map((id) => [
      `/${id}`,
      { ...many.paths['/rents'], post: { ...many.paths['/rents'].post, operationId: id } },
    ]);
    Object.assign(many.paths, Object.fromEntries(copies));
    const known = describedFacts(readDescription(many));
    const changed = { ...known['sell'], 'request.size': { ...size, maxLength: 2 } };
    const operations = { ...known, sell: changed };
    const source = { url: '', id: 7, modified: '' };
    const { changes } = advise(findChanges(known, operations), { source, operations }, many, files);
    expect(changes[0]?.needs).toMatch(/also serves rent, a, b, 2 more$/);
  });
});

describe('what the description says already', () => {
  it('needs nothing more', () => {
    const described = structuredClone(shop);
    described.components.schemas.Order.properties.size.maxLength = 2;
    expect(needs(both({ 'request.size': { ...size, maxLength: 2 } }), described)).toEqual([
      'already described',
      'already described',
    ]);
  });

  it('is told from what is missing below it', () => {
    const described = structuredClone(shop);
    Object.assign(described.paths['/sales'].post.responses, { 409: json({ type: 'object' }) });
    const conflict = {
      'response 409': { content: 'application/json' },
      'response 409.reason': { type: 'string' },
    };
    expect(needs(page({ sell: conflict }), described)).toEqual([
      'openapi/paths/sales.yaml: add post.responses.409.content.application/json.schema.properties.reason: {"type":"string"}',
    ]);
  });

  it('is told from what is missing of a new operation', () => {
    const lend = { operationId: 'lend', responses: { 200: {} }, security: [] };
    const described = {
      ...shop,
      paths: { ...shop.paths, '/loans': { 'x-inferred': 'guessed', post: lend } },
    };
    expect(
      needs(page({ lend: { operation: {}, 'response 200': {}, 'response 404': {} } }), described),
    ).toEqual(['openapi/openapi.yaml: add paths./loans.post.responses.404']);
  });

  it('is told from deviations that no change explains', () => {
    const described = structuredClone(shop);
    described.components.schemas.Order.properties.from.type = 'number';
    const changed = both({ 'request.size': { ...size, maxLength: 2 } });
    expect(advice(changed).unexplained).toEqual([]);
    expect(advice(changed, described).unexplained).toEqual([
      expect.objectContaining({ operation: 'sell', element: 'request.from', keyword: 'type' }),
      expect.objectContaining({ operation: 'rent', element: 'request.from', keyword: 'type' }),
    ]);
  });
});
