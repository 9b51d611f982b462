import { describe, expect, it } from 'vitest';
import { readDescription } from './read-description.js';

type Json = Record<string, unknown>;

const document = (operation: Json, components: Json = {}, rest: Json = {}) => ({
  paths: { '/buy': { 'x-inferred': 'guessed', post: { operationId: 'buy', responses: {}, ...operation } } },
  components,
  ...rest,
});

const body = (schema: Json) => ({ requestBody: { content: { 'application/json': { schema } } } });

const read = (operation: Json, components?: Json, rest?: Json) => {
  const { operations, inferred, problems } = readDescription(document(operation, components, rest));
  const elements = operations['buy'] ?? {};
  const facts = Object.fromEntries(Object.entries(elements).map(([element, { fact }]) => [element, fact]));
  return {
    elements,
    facts,
    inferred: inferred.filter(({ pointer }) => pointer !== '#/paths/~1buy'),
    problems,
  };
};

/** Reads a request body that has one property named `it`. */
const property = (it: Json, schemas: Json = {}) => {
  const result = read(body({ type: 'object', properties: { it } }), { schemas });
  return { ...result, it: result.facts['request.it'] };
};

describe('a schema', () => {
  it('is read as its fields, with what the parent states of them', () => {
    const { facts, problems } = read(
      body({
        type: 'object',
        required: ['a'],
        dependentRequired: { c: ['b'] },
        properties: {
          a: { type: 'object', properties: { x: { type: 'string', maxLength: 3 } } },
          b: {
            type: 'array',
            items: { type: 'object', required: ['y'], properties: { y: { type: 'number' } } },
          },
          c: { type: 'array', items: { type: 'string' } },
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      operation: {},
      request: { content: 'application/json', required: false },
      'request.a': { required: true, type: 'object' },
      'request.a.x': { type: 'string', maxLength: 3 },
      'request.b': { type: 'array', items: 'object', requiredWith: 'c' },
      'request.b[].y': { required: true, type: 'number' },
      'request.c': { type: 'array', items: 'string' },
    });
  });

  it('is read with every assertion, also unknown ones, and without annotations', () => {
    const annotations = {
      title: 'T',
      description: 'D',
      examples: [1],
      $comment: 'C',
      'x-open': true,
    };
    const { it } = property({
      type: 'number',
      multipleOf: 1,
      readOnly: true,
      not: { const: 5 },
      deprecated: true,
      ...annotations,
    });
    expect(it).toEqual({
      type: 'number',
      multipleOf: 1,
      readOnly: true,
      not: '{"const":5}',
      deprecated: true,
    });
  });

  it('is read with what it asserts of a body and of items', () => {
    const { facts } = read(body({ type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 5 }));
    expect(facts['request']).toEqual({
      content: 'application/json',
      type: 'array',
      items: 'string',
      maxItems: 5,
    });
    expect(facts['request[]']).toEqual({ minLength: 1 });
    expect(read(body({ type: 'object', additionalProperties: false })).facts['request']).toHaveProperty(
      'additionalProperties',
      false,
    );
  });

  it.each([
    ['a type list', { type: ['null', 'string'] }],
    ['anyOf', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['oneOf', { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Word' }] }],
    ['anyOf with a sibling', { type: 'string', anyOf: [{}, { type: 'null' }] }],
  ])('is nullable by %s', (_form, schema) => {
    const { it } = property(schema, { Word: { type: 'string' } });
    expect([it?.['type']].flat().sort()).toEqual(['null', 'string']);
  });

  it('has no null among its enum values', () => {
    expect(property({ type: ['string', 'null'], enum: ['a', null] }).it).toEqual({
      type: ['string', 'null'],
      enum: ['a'],
    });
  });

  it('merges allOf by property', () => {
    const { facts } = read(
      body({
        allOf: [
          { $ref: '#/components/schemas/Base' },
          { required: ['a'], properties: { a: { maxLength: 2 }, b: {} } },
        ],
      }),
      { schemas: { Base: { properties: { a: { type: 'string' } } } } },
    );
    expect(facts).toMatchObject({
      'request.a': { required: true, type: 'string', maxLength: 2 },
      'request.b': {},
    });
  });

  it('merges siblings of a $ref over its target', () => {
    const { it, elements } = property(
      { $ref: '#/components/schemas/Word', maxLength: 5 },
      { Word: { type: 'string', maxLength: 9 } },
    );
    expect(it).toEqual({ type: 'string', maxLength: 5 });
    expect(elements['request.it']?.pointer).toMatch(/\/properties\/it$/);
  });

  it('has the pointer of the target of its $ref', () => {
    const { elements } = property({ $ref: '#/components/schemas/A~1B' }, { 'A/B': { type: 'string' } });
    expect(elements['request.it']).toMatchObject({
      fact: { type: 'string' },
      pointer: '#/components/schemas/A~1B',
      namedAt: expect.stringMatching(/\/properties\/it$/),
    });
  });

  it('has variants, with numbers only for documented ones', () => {
    const anyOf = [
      { type: 'object', properties: { a: {} } },
      { type: 'object', 'x-inferred': 'envelope' },
      { properties: { b: {} } },
    ];
    expect(Object.keys(read(body({ anyOf })).facts).slice(2)).toEqual([
      'request(1)',
      'request(1).a',
      'request(2)',
      'request(2).b',
    ]);
    expect(Object.keys(read(body({ type: 'array', items: { anyOf } })).facts).slice(2)).toEqual([
      'request[](1)',
      'request[](1).a',
      'request[](2)',
      'request[](2).b',
    ]);
  });

  it('is replaced by its only documented variant', () => {
    const anyOf = [
      { type: 'object', 'x-inferred': 'envelope' },
      { type: 'array', items: { properties: { a: { type: 'string' } } } },
    ];
    const { facts } = read(body({ anyOf }));
    expect(facts['request']).toHaveProperty('type', 'array');
    expect(facts['request[].a']).toEqual({ type: 'string' });
  });

  it('may contain itself', () => {
    const Tree = {
      type: 'object',
      properties: { name: { type: 'string' }, child: { $ref: '#/components/schemas/Tree' } },
    };
    const { facts } = property({ $ref: '#/components/schemas/Tree' }, { Tree });
    expect(Object.keys(facts)).toEqual([
      'operation',
      'request',
      'request.it',
      'request.it.name',
      'request.it.child',
    ]);
    const Loop = {
      anyOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'null' }],
      allOf: [{ $ref: '#/components/schemas/Loop' }],
    };
    expect(property({ $ref: '#/components/schemas/Loop' }, { Loop }).it).toBeDefined();
  });

  it('is a problem if a required property or the target of a $ref does not exist', () => {
    expect(read(body({ required: ['ghost'] })).problems).toEqual([
      expect.stringMatching(/ghost is required.*#\/paths/),
    ]);
    expect(read(body({ dependentRequired: { a: ['ghost'] } })).problems).toHaveLength(1);
    expect(property({ $ref: '#/components/schemas/None' }).problems).toEqual([
      expect.stringContaining('schemas/None'),
    ]);
    expect(property({ $ref: 'other.yaml' }).problems).toHaveLength(1);
  });
});

describe('x-inferred', () => {
  it('as a string leaves out the element and everything below it', () => {
    const it = { 'x-inferred': 'seen upstream', properties: { deep: { type: 'string' } } };
    const { facts, inferred, problems } = property(it);
    expect(Object.keys(facts)).toEqual(['operation', 'request']);
    expect(inferred).toEqual([
      { pointer: expect.stringMatching(/\/properties\/it$/), reason: 'seen upstream' },
    ]);
    expect(problems).toEqual([]);
  });

  it('as a string on the target of a $ref leaves out what refers to it', () => {
    expect(
      property({ $ref: '#/components/schemas/Word' }, { Word: { 'x-inferred': 'seen upstream' } }).it,
    ).toBeUndefined();
  });

  it('as a map leaves out single keywords', () => {
    const { it, inferred } = property({
      type: 'number',
      multipleOf: 1,
      'x-inferred': { multipleOf: 'minor units' },
    });
    expect(it).toEqual({ type: 'number' });
    expect(inferred).toEqual([
      { pointer: expect.stringMatching(/\/it\/multipleOf$/), reason: 'minor units' },
    ]);
  });

  it('as a map beside a $ref or allOf applies to the target', () => {
    const Size = { type: 'object', required: ['h'], properties: { h: { type: 'number' } } };
    const mark = { properties: 'seen upstream', required: 'seen upstream' };
    for (const link of [
      { $ref: '#/components/schemas/Size' },
      { allOf: [{ $ref: '#/components/schemas/Size' }] },
    ]) {
      const { facts, problems } = property({ ...link, 'x-inferred': mark }, { Size });
      expect(facts).toEqual({
        operation: {},
        request: { content: 'application/json' },
        'request.it': { type: 'object' },
      });
      expect(problems).toEqual([]);
    }
  });

  it('is a problem if it names a keyword that does not exist', () => {
    const { problems } = property({ type: 'number', 'x-inferred': { minimum: 'old' } });
    expect(problems).toEqual([
      expect.stringMatching(/names minimum, which is not there.*\/properties\/it\)/),
    ]);
  });

  it.each(['', ' ', null, 5, true, { type: '' }, { type: 7 }])(
    'is a problem if it has no reason: %j',
    (mark) => {
      expect(property({ type: 'number', 'x-inferred': mark }).problems).toEqual([
        expect.stringMatching(/no reason/),
      ]);
    },
  );

  it('leaves out responses, headers, media types, parameters, bodies and variants', () => {
    const inferred = { 'x-inferred': 'guessed' };
    const { facts, problems } = read({
      parameters: [{ in: 'query', name: 'page', schema: { type: 'number' }, ...inferred }],
      requestBody: { content: {}, ...inferred },
      responses: {
        200: {
          headers: { 'X-A': inferred, 'X-B': { schema: { type: 'string' } } },
          content: {
            'text/plain': inferred,
            'application/json': { schema: { anyOf: [inferred, inferred] } },
          },
        },
        404: inferred,
        429: { content: { 'application/json': {} }, 'x-inferred': { content: 'guessed' } },
      },
    });
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      operation: {},
      'response 200': { content: 'application/json' },
      'response 200 header X-B': { type: 'string' },
      'response 429': {},
    });
  });

  it('is required on every path, server and link', () => {
    const bare = {
      paths: { '/a': { get: { operationId: 'a', responses: { 200: { links: { next: {} } } } } } },
      servers: [{ url: 'https://a' }],
    };
    const { operations, problems } = readDescription(bare);
    expect(Object.keys(operations)).toEqual(['a']);
    expect(problems).toEqual([
      expect.stringContaining('https://a'),
      expect.stringContaining('the path /a'),
      expect.stringContaining('the link next'),
    ]);
  });

  it('on a path applies only to the path and its methods', () => {
    const { inferred } = readDescription(document({ 'x-beta': true }));
    expect(inferred).toEqual([{ pointer: '#/paths/~1buy', reason: 'guessed' }]);
    expect(read({ 'x-beta': true }).facts['operation']).toEqual({ beta: true });
    expect(read({ 'x-inferred': 'guessed' }).facts).toEqual({});
  });
});

describe('an operation', () => {
  const components = {
    parameters: { Id: { in: 'path', name: 'id', required: true, schema: { type: 'string', pattern: '^a' } } },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      key: { type: 'apiKey', in: 'header', name: 'K' },
    },
  };

  it('has its own parameters and those of its path', () => {
    const limit = {
      in: 'query',
      name: 'limit',
      example: 10,
      examples: { a: {} },
      schema: { type: 'number', default: 10 },
    };
    const path = {
      'x-inferred': 'guessed',
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: { operationId: 'a', parameters: [limit] },
    };
    const { operations } = readDescription({ paths: { '/a': path }, components });
    expect(operations['a']).toMatchObject({
      'path id': {
        fact: { required: true, type: 'string', pattern: '^a' },
        pointer: '#/components/parameters/Id',
      },
      'query limit': { fact: { example: 10, type: 'number', default: 10 } },
    });
  });

  it.each([
    ['its own', { security: [{ token: [] }] }, {}],
    ['the global', {}, { security: [{ token: [] }] }],
  ])('has %s security, and the header that the page lists for it', (_whose, own, rest) => {
    expect(read(own, components, rest).facts).toMatchObject({
      security: { scheme: 'bearer', bearerFormat: 'JWT' },
      'header Authorization': { required: true, type: 'string' },
    });
  });

  it('has no security if it says so, and lists each alternative', () => {
    expect(Object.keys(read({ security: [] }, components, { security: [{ token: [] }] }).facts)).toEqual([
      'operation',
    ]);
    expect(read({ security: [{ key: [] }, {}] }, components).facts).toEqual({
      operation: {},
      security: { scheme: 'apiKey', in: 'header', name: 'K' },
      'security(2)': { scheme: 'none' },
    });
  });

  it('requires a body exactly if a field of the body is required', () => {
    const schema = (required: string[]) => ({ required, properties: { a: {} } });
    const request = (required: string[], extra: Json) => {
      const { requestBody } = body(schema(required));
      return read({ requestBody: { ...requestBody, ...extra } }).facts['request'];
    };
    expect(request(['a'], { required: true })).toEqual({ content: 'application/json' });
    expect(request([], {})).toEqual({ content: 'application/json' });
    expect(request(['a'], {})).toHaveProperty('required', false);
    expect(request([], { required: true })).toHaveProperty('required', true);
  });

  it('is a problem if it is described twice', () => {
    const item = { 'x-inferred': 'guessed', get: { operationId: 'a' } };
    expect(readDescription({ paths: { '/a': item, '/b': item } }).problems).toEqual([
      expect.stringContaining('a is described twice'),
    ]);
  });
});

it.each([undefined, null, 'text', [], {}])('reads nothing from %j', (bundle) => {
  expect(readDescription(bundle)).toEqual({
    operations: {},
    facts: {},
    prose: { page: {} },
    inferred: [],
    problems: [],
  });
});
