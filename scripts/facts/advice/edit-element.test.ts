import { describe, expect, it } from 'vitest';
import { findChanges } from '../compare/find-changes.js';
import type { Fact } from '../model/facts.js';
import { both, files, needs, page, shop, size, stated } from '../testing/sample-description.js';
import { advise } from './advise.js';

describe('an element that has come', () => {
  it.each<[string, Fact, string]>([
    [
      'request.note',
      { type: 'string', maxLength: 9 },
      'schemas/Order.yaml: add properties.note: {"type":"string","maxLength":9}',
    ],
    [
      'request.note',
      { required: true, type: 'array', items: 'string' },
      'schemas/Order.yaml: add properties.note: {"type":"array","items":{"type":"string"}} and "note" to required',
    ],
    [
      'request.note',
      { type: 'string', requiredWith: 'to' },
      'schemas/Order.yaml: add properties.note: {"type":"string"} and "note" to dependentRequired.to',
    ],
    ['request.payer.age', { type: 'number' }, 'schemas/Person.yaml: add properties.age: {"type":"number"}'],
    ['request.guess', { type: 'string' }, 'schemas/Order.yaml: remove properties.guess.x-inferred'],
    ['request.hint', { type: 'string' }, 'schemas/Hint.yaml: remove x-inferred'],
    [
      'request.seller.name',
      { type: 'string' },
      'schemas/Order.yaml: remove properties.seller.x-inferred.properties',
    ],
  ])('is added to, or unmarked in, the schema above it: %s', (element, fact, text) => {
    expect(new Set(needs(both({ [element]: fact })))).toEqual(new Set([`openapi/${text}`]));
  });

  it.each<[string, Fact, string]>([
    [
      'query page',
      { required: true, type: 'number' },
      'paths/sales.yaml: add the required query parameter page to post.parameters: {"type":"number"}',
    ],
    [
      'response 409',
      { content: 'application/json' },
      'paths/sales.yaml: add post.responses.409 of application/json',
    ],
    ['response 429', {}, 'paths/sales.yaml: add post.responses.429'],
    [
      'response 200 header Version',
      { type: 'string' },
      'responses/Sold.yaml: add headers.Version: {"type":"string"}',
    ],
    [
      'response 200(1).at',
      { type: 'string' },
      'schemas/Sale.yaml: add anyOf.0.properties.at: {"type":"string"}',
    ],
    ['response 200(3)', {}, 'schemas/Sale.yaml: add an alternative to anyOf'],
    [
      'response 404.reason',
      { type: 'string' },
      'paths/sales.yaml: describe response 404.reason below post.responses.404',
    ],
  ])('is added to its path, response or alternatives: %s', (element, fact, text) => {
    expect(needs(page({ sell: { [element]: fact } }))).toEqual([`openapi/${text}`]);
  });

  it('brings along what lies below it', () => {
    const below = { 'request.box': { type: 'object' }, 'request.box.w': {}, 'request.box.h': {} };
    expect(needs(both(below))[0]).toBe(
      'openapi/schemas/Order.yaml: add properties.box: {"type":"object"} with the 2 elements below it',
    );
  });

  it('is added below what the description has of the way to it', () => {
    const list = {
      'request.payer': { type: 'array', items: 'object' },
      'request.payer.name': undefined,
      'request.payer[].name': { type: 'string' },
    };
    expect(needs(both(list)).slice(0, 4)).toEqual([
      'openapi/schemas/Person.yaml: remove properties.name, or mark it with x-inferred',
      'openapi/schemas/Order.yaml: describe request.payer[].name below properties.payer',
      'openapi/schemas/Person.yaml: set type to "array"',
      'openapi/schemas/Order.yaml: add items.type: "object" to properties.payer',
    ]);
  });

  it('is listed with its path when it is an operation', () => {
    expect(needs(page({ lend: { operation: {}, 'response 200': {} } }))).toEqual([
      'openapi/openapi.yaml: list its path, with a file in openapi/paths/ that describes it',
    ]);
  });

  it('is asked of an operation that needed no security and no body so far', () => {
    const open = structuredClone(shop);
    const { requestBody: _body, ...post } = open.paths['/sales'].post;
    Object.assign(open.paths['/sales'], { post: { ...post, security: [] } });
    const { security: _scheme, 'header Authorization': _header, ...rest } = stated['sell'] ?? {};
    const known = {
      sell: Object.fromEntries(Object.entries(rest).filter(([element]) => !element.startsWith('request'))),
    };
    const operations = {
      sell: { ...known.sell, security: { scheme: 'bearer' }, request: { content: 'text/plain' } },
    };
    const source = { url: '', id: 7, modified: '' };
    const { changes } = advise(findChanges(known, operations), { source, operations }, open, files);
    expect(changes.map((change) => change.needs)).toEqual([
      'openapi/paths/sales.yaml: require the bearer scheme in post.security',
      'openapi/paths/sales.yaml: add post.requestBody of text/plain',
    ]);
  });
});

describe('an element that has gone', () => {
  it.each([
    [
      'request.size',
      'schemas/Order.yaml: remove properties.size, also from required, or mark it with x-inferred',
    ],
    ['request.from', 'schemas/Order.yaml: remove properties.from, or mark it with x-inferred'],
  ])('is removed or marked in its schema: %s', (element, text) => {
    expect(new Set(needs(both({ [element]: undefined })))).toEqual(new Set([`openapi/${text}`]));
  });

  it.each([
    [
      'query limit',
      'paths/sales.yaml: take the query parameter limit out of post.parameters, or mark it with x-inferred',
    ],
    ['response 404', 'paths/sales.yaml: remove post.responses.404, or mark it with x-inferred'],
    [
      'response 200 header Request',
      'responses/Sold.yaml: remove headers.Request, or mark it with x-inferred',
    ],
    ['security', 'paths/sales.yaml: set post.security to []'],
  ])('is removed or marked in its path or response: %s', (element, text) => {
    expect(needs(page({ sell: { [element]: undefined } }))).toEqual([`openapi/${text}`]);
  });

  it('is removed with its path when it is an operation', () => {
    const { sell: _gone, ...rest } = stated;
    expect(needs(rest)).toEqual(['openapi/paths/sales.yaml: remove post, or mark it with x-inferred']);
  });
});

describe('an element with another name', () => {
  it.each([
    [
      'request.size',
      'request.width',
      size,
      'schemas/Order.yaml: rename properties.size to width, also in required',
    ],
    [
      'header Key',
      'header Once',
      { required: true, type: 'string' },
      'parameters/Key.yaml: set name to Once',
    ],
  ])('is renamed where it is named: %s', (before, after, fact, text) => {
    expect(new Set(needs(both({ [before]: undefined, [after]: fact })))).toEqual(
      new Set([`openapi/${text}`]),
    );
  });

  it('is renamed among the headers of its response', () => {
    const renamed = {
      'response 200 header Request': undefined,
      'response 200 header Trace': { type: 'string' },
    };
    expect(needs(page({ sell: renamed }))).toEqual([
      'openapi/responses/Sold.yaml: rename headers.Request to Trace',
    ]);
  });

  it('needs only what is left to do where it has been added already', () => {
    const described = structuredClone(shop);
    Object.assign(described.components.schemas.Order.properties, { till: { type: 'string' } });
    const renamed = both({ 'request.to': undefined, 'request.till': { type: 'string' } });
    expect(needs(renamed, described)[0]).toBe(
      'openapi/schemas/Order.yaml: remove properties.to, or mark it with x-inferred',
    );
  });
});
