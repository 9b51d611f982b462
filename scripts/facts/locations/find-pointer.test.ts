import { describe, expect, it } from 'vitest';
import type { Fact } from '../model/facts.js';
import {
  editBoth,
  editFacts,
  listNeeds,
  sampleDescription,
  sampleFacts,
  sizeFact,
} from '../testing/sample-description.js';

/** What both operations need after the same edit. */
const needsOfBoth = (edits: Parameters<typeof editBoth>[0], description?: unknown) => [
  ...new Set(listNeeds(editBoth(edits), description)),
];

describe('the pointer for an element that the page adds', () => {
  it.each<[string, Fact, string]>([
    ['request.note', { type: 'string', maxLength: 9 }, 'schemas/Order.yaml#/properties/note'],
    [
      'request.note',
      { required: true, type: 'array', items: 'string' },
      'schemas/Order.yaml#/properties/note',
    ],
    ['request.note', { type: 'string', requiredWith: 'to' }, 'schemas/Order.yaml#/properties/note'],
    ['request.payer.age', { type: 'number' }, 'schemas/Person.yaml#/properties/age'],
    ['request.parts[].size', { type: 'string' }, 'schemas/Part.yaml#/properties/size'],
    ['request.labels[]', { maxLength: 9 }, 'schemas/Order.yaml#/properties/labels/items'],
  ])('leads into the schema of the object that contains %s', (element, fact, pointer) => {
    expect(needsOfBoth({ [element]: fact })).toEqual([`openapi/${pointer}`]);
  });

  it.each<[string, Fact, string]>([
    ['request.guess', { type: 'string' }, 'schemas/Order.yaml#/properties/guess'],
    ['request.hint', { type: 'string' }, 'schemas/Order.yaml#/properties/hint'],
    [
      'request.seller.name',
      { type: 'string' },
      'schemas/Order.yaml#/properties/seller/x-inferred/properties',
    ],
  ])('leads to the mark that hides %s, or to where it is named', (element, fact, pointer) => {
    expect(needsOfBoth({ [element]: fact })).toEqual([`openapi/${pointer}`]);
  });

  it.each<[string, Fact, string]>([
    ['query page', { required: true, type: 'number' }, 'paths/sales.yaml#/post/parameters'],
    ['response 409', { content: 'application/json' }, 'paths/sales.yaml#/post/responses/409'],
    ['response 429', {}, 'paths/sales.yaml#/post/responses/429'],
    ['response 200 header Version', { type: 'string' }, 'responses/Sold.yaml#/headers/Version'],
    ['response 200(1).at', { type: 'string' }, 'schemas/Sale.yaml#/anyOf/0/properties/at'],
    ['response 200(3)', {}, 'schemas/Sale.yaml#/anyOf'],
    ['response 404.reason', { type: 'string' }, 'paths/sales.yaml#/post/responses/404'],
  ])('leads to the path, response or variants of %s', (element, fact, pointer) => {
    expect(listNeeds(editFacts({ sell: { [element]: fact } }))).toEqual([`openapi/${pointer}`]);
  });

  it('names an element once together with everything below it', () => {
    const below = { 'request.box': { type: 'object' }, 'request.box.w': {}, 'request.box.h': {} };
    expect(needsOfBoth(below)).toEqual(['openapi/schemas/Order.yaml#/properties/box']);
  });

  it('leads to the first part of the path to the element that the description lacks', () => {
    const list = {
      'request.payer': { type: 'array', items: 'object' },
      'request.payer.name': undefined,
      'request.payer[].name': { type: 'string' },
    };
    expect(listNeeds(editBoth(list)).slice(0, 4)).toEqual([
      'openapi/schemas/Person.yaml#/properties/name',
      'openapi/schemas/Order.yaml#/properties/payer/items',
      'openapi/schemas/Person.yaml#/type',
      'openapi/schemas/Order.yaml#/properties/payer/items',
    ]);
  });

  it('leads to the list of paths for a new operation', () => {
    expect(listNeeds(editFacts({ lend: { operation: {}, 'response 200': {} } }))).toEqual([
      'openapi/openapi.yaml#/paths',
    ]);
  });

  it('leads into an operation that had no security and no body', () => {
    const open = structuredClone(sampleDescription);
    const { requestBody: _body, ...post } = open.paths['/sales'].post;
    Object.assign(open.paths['/sales'], { post: { ...post, security: [] } });
    const { security: _scheme, 'header Authorization': _header, ...rest } = sampleFacts['sell'] ?? {};
    const sell = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('request')));
    const page = {
      sell: { ...sell, security: { scheme: 'bearer' }, request: { content: 'text/plain' } },
    };
    expect(listNeeds(page, open, { sell })).toEqual([
      'openapi/paths/sales.yaml#/post/security',
      'openapi/paths/sales.yaml#/post/requestBody',
    ]);
  });
});

describe('the pointer for an element that the page no longer has', () => {
  it.each([
    ['request.size', 'schemas/Order.yaml#/properties/size'],
    ['request.from', 'schemas/Order.yaml#/properties/from'],
    ['request.loop', 'schemas/Order.yaml#/properties/loop'],
  ])('leads to the property that names %s', (element, pointer) => {
    expect(needsOfBoth({ [element]: undefined })).toEqual([`openapi/${pointer}`]);
  });

  it.each([
    ['query limit', 'paths/sales.yaml#/post/parameters/1'],
    ['header Key', 'paths/sales.yaml#/post/parameters/0'],
    ['response 404', 'paths/sales.yaml#/post/responses/404'],
    ['response 200 header Request', 'responses/Sold.yaml#/headers/Request'],
    ['security', 'paths/sales.yaml#/post/security'],
  ])('leads to the part of the path or response that names %s', (element, pointer) => {
    expect(listNeeds(editFacts({ sell: { [element]: undefined } }))).toEqual([`openapi/${pointer}`]);
  });

  it('leads to the operation when all of it is gone', () => {
    const { sell: _gone, ...rest } = sampleFacts;
    expect(listNeeds(rest)).toEqual(['openapi/paths/sales.yaml#/post']);
  });
});

describe('the pointers for an element with another name', () => {
  it.each([
    [
      'request.size',
      'request.width',
      sizeFact,
      'schemas/Order.yaml#/properties/width',
      'schemas/Order.yaml#/properties/size',
    ],
    [
      'response 200 header Request',
      'response 200 header Trace',
      { type: 'string' },
      'responses/Sold.yaml#/headers/Trace',
      'responses/Sold.yaml#/headers/Request',
    ],
    [
      'header Key',
      'header Once',
      { required: true, type: 'string' },
      'paths/sales.yaml#/post/parameters',
      'paths/sales.yaml#/post/parameters/0',
    ],
  ])('lead to its new and its old place: %s', (before, after, fact, newPlace, oldPlace) => {
    expect(listNeeds(editFacts({ sell: { [before]: undefined, [after]: fact } }))).toEqual([
      `openapi/${newPlace}, openapi/${oldPlace}`,
    ]);
  });

  it('lead only to the old place if the description has the new name already', () => {
    const described = structuredClone(sampleDescription);
    Object.assign(described.components.schemas.Order.properties, { till: { type: 'string' } });
    const renamed = editBoth({ 'request.to': undefined, 'request.till': { type: 'string' } });
    expect(listNeeds(renamed, described)[0]).toBe('openapi/schemas/Order.yaml#/properties/to');
  });
});

describe('the pointer for a keyword that the page changes', () => {
  const { default: _default, ...withoutDefault } = sizeFact;
  const { required: _required, ...optional } = sizeFact;

  it.each<[string, Fact, string]>([
    ['another value', { ...sizeFact, maxLength: 2 }, 'properties/size/maxLength'],
    ['a new keyword', { ...sizeFact, minLength: 1 }, 'properties/size/minLength'],
    ['a keyword that is gone', withoutDefault, 'properties/size/default'],
    ['a new enum value', { ...sizeFact, enum: ['M', 'S', 'L'] }, 'properties/size/enum'],
    ['an enum value that is gone', { ...sizeFact, enum: ['S'] }, 'properties/size/enum'],
    ['an enum value instead of another', { ...sizeFact, enum: ['L', 'S'] }, 'properties/size/enum'],
    ['a field that is no longer required', optional, 'required'],
    ['a field that can be null', { ...sizeFact, type: ['string', 'null'] }, 'properties/size'],
  ])('leads to the file that states the keyword: %s', (_change, fact, pointer) => {
    expect(needsOfBoth({ 'request.size': fact })).toEqual([`openapi/schemas/Order.yaml#/${pointer}`]);
  });

  it.each<[string, Fact, string]>([
    ['request.amount', { required: true, type: 'number' }, 'schemas/Order.yaml#/required'],
    ['request.from', { type: 'string', requiredWith: 'size' }, 'schemas/Order.yaml#/dependentRequired'],
    ['request.loop', { type: 'string' }, 'openapi.yaml#/components/schemas/Loop/type'],
    ['request.payer', { type: 'object' }, 'schemas/Order.yaml#/properties/payer'],
    [
      'request.labels',
      { type: 'array', items: 'number' },
      'schemas/Order.yaml#/properties/labels/items/type',
    ],
    ['request.code', { type: 'string', maxLength: 4 }, 'schemas/Code.yaml#/maxLength'],
    ['header Key', { type: 'string' }, 'parameters/Key.yaml#/required'],
    ['header Key', { required: true, type: 'string', maxLength: 9 }, 'parameters/Key.yaml#/schema/maxLength'],
  ])('leads through `$ref`s to where the description states it: %s', (element, fact, pointer) => {
    expect(needsOfBoth({ [element]: fact })).toEqual([`openapi/${pointer}`]);
  });

  it.each<[string, Fact, string]>([
    ['request.bank.name', { required: true, type: 'string' }, 'bank/x-inferred/required'],
    ['request.amount', { type: 'number', multipleOf: 1 }, 'amount/x-inferred/multipleOf'],
    ['request.amount', { type: 'number', multipleOf: 5 }, 'amount/x-inferred/multipleOf'],
  ])('leads to the mark of a keyword that was inferred: %s', (element, fact, pointer) => {
    expect(needsOfBoth({ [element]: fact })).toEqual([`openapi/schemas/Order.yaml#/properties/${pointer}`]);
  });

  it('leads to the mark of a content that was inferred', () => {
    expect(listNeeds(editFacts({ rent: { 'response 200': { content: 'application/json' } } }))).toEqual([
      'openapi/paths/rents.yaml#/post/responses/200/x-inferred/content',
    ]);
  });

  it.each<[string, Fact, string]>([
    ['operation', {}, 'paths/sales.yaml#/post/x-beta'],
    [
      'query limit',
      { type: 'number', default: 20, example: 10 },
      'paths/sales.yaml#/post/parameters/1/schema/default',
    ],
    [
      'query limit',
      { type: 'number', default: 10, example: 20 },
      'paths/sales.yaml#/post/parameters/1/example',
    ],
    ['response 200', { content: 'text/plain' }, 'responses/Sold.yaml#/content'],
    ['response 200 header Request', { type: 'integer' }, 'headers/Request.yaml#/schema/type'],
    ['header Authorization', { type: 'string' }, 'paths/sales.yaml#/post/security'],
    [
      'security',
      { scheme: 'basic', bearerFormat: 'JWT' },
      'openapi.yaml#/components/securitySchemes/token/scheme',
    ],
  ])('leads into a path, response, header or the root: %s', (element, fact, pointer) => {
    expect(listNeeds(editFacts({ sell: { [element]: fact } }))).toEqual([`openapi/${pointer}`]);
  });

  it('is separate for each keyword of an element', () => {
    expect(
      listNeeds(editBoth({ 'request.size': { ...sizeFact, maxLength: 2, default: 'M' } })).slice(0, 2),
    ).toEqual([
      'openapi/schemas/Order.yaml#/properties/size/default',
      'openapi/schemas/Order.yaml#/properties/size/maxLength',
    ]);
  });
});
