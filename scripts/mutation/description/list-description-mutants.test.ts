import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPointer } from '../../lib/json-pointer.js';
import { ROOT } from '../runner/scratch-copy.js';
import { applyDescriptionMutant } from './description-mutant.js';
import { listDescriptionMutants } from './list-description-mutants.js';
import { OPERATION_MUTATORS } from './operation-mutators.js';
import { SCHEMA_MUTATORS } from './schema-mutators.js';
import type { Node } from './walk-description.js';

/** The values that a mutator makes of the object at a place. */
function mutate(mutator: string, document: Node, pointer: string): unknown[] {
  return listDescriptionMutants(document)
    .filter((mutant) => mutant.mutator === mutator && mutant.pointer === pointer)
    .map((mutant) => readPointer(applyDescriptionMutant(document, mutant), pointer));
}

/** The keywords that a mutator makes of a schema. */
const mutateSchema = (mutator: string, schema: Node) =>
  mutate(mutator, { components: { schemas: { A: schema } } }, '/components/schemas/A');

const SCHEMAS: Readonly<Record<string, readonly [schema: Node, ...mutants: Node[]]>> = {
  'drop-required': [{ required: ['a', 'b'] }, { required: ['b'] }, { required: ['a'] }],
  'add-required': [
    { properties: { a: {}, b: {} }, required: ['a'] },
    { properties: { a: {}, b: {} }, required: ['a', 'b'] },
  ],
  'narrow-enum': [{ enum: ['a', 'b'] }, { enum: ['b'] }, { enum: ['a'] }],
  'widen-enum': [{ enum: ['a'] }, { enum: ['a', 'Another'] }],
  'change-const': [{ const: 'a' }, { const: 'ax' }],
  'change-type': [{ type: ['string', 'null'] }, { type: ['integer', 'null'] }],
  'toggle-null': [{ type: ['string', 'null'] }, { type: 'string' }],
  'drop-pattern': [{ pattern: '^a$' }, {}],
  'loosen-pattern': [{ pattern: '^a$' }, { pattern: '^a' }],
  'raise-limit': [
    { minLength: 0, maximum: 3 },
    { minLength: 0, maximum: 4 },
    { minLength: 1, maximum: 3 },
  ],
  'lower-limit': [
    { minLength: 0, multipleOf: 1, minimum: 0 },
    { minLength: 0, multipleOf: 1, minimum: -1 },
  ],
  'drop-limit': [{ minItems: 1 }, {}],
  'drop-format': [{ format: 'date' }, {}],
  'change-format': [{ format: 'date-time' }, { format: 'date' }],
  'drop-default': [{ default: 1 }, {}],
  'change-default': [{ default: 1 }, { default: 2 }],
  'close-schema': [{ type: 'object' }, { type: 'object', additionalProperties: false }],
  'drop-property': [{ properties: { a: {} } }, { properties: {} }],
  'drop-alternative': [{ anyOf: [{ type: 'null' }, { const: 1 }] }, { anyOf: [{ type: 'null' }] }],
  'add-alternative': [{ oneOf: [{ const: 1 }] }, { oneOf: [{ const: 1 }, { type: 'null' }] }],
  'drop-items': [{ items: {} }, {}],
};

describe('the mutators of schemas', () => {
  it.each(Object.entries(SCHEMAS))('change every place of %s', (mutator, [schema, ...mutants]) => {
    expect(mutateSchema(mutator, schema)).toEqual(mutants);
  });

  it('have a case each', () => {
    expect(Object.keys(SCHEMAS).sort()).toEqual(Object.keys(SCHEMA_MUTATORS).sort());
  });

  it('take null from an alternative, and add it to a type', () => {
    expect(mutateSchema('toggle-null', { anyOf: [{ const: 1 }, { type: 'null' }] })).toEqual([
      { anyOf: [{ const: 1 }] },
    ]);
    expect(mutateSchema('toggle-null', { type: 'string' })).toEqual([{ type: ['string', 'null'] }]);
    expect(mutateSchema('toggle-null', { type: 'null' })).toEqual([]);
    expect(mutateSchema('toggle-null', { type: 'string', enum: ['a'] })).toEqual([
      { type: ['string', 'null'], enum: ['a', null] },
    ]);
  });

  it('leave one of two types that would be swapped for each other', () => {
    expect(mutateSchema('change-type', { type: ['integer', 'string'] })).toEqual([{ type: 'integer' }]);
  });

  it('apply to schemas in any place, and not to properties with the name of a keyword', () => {
    const property = { type: 'string' };
    const document = {
      components: { schemas: { A: { properties: { pattern: property }, items: property } } },
    };
    const types = listDescriptionMutants(document).filter(({ mutator }) => mutator === 'change-type');
    expect(types.map(({ pointer }) => pointer)).toEqual([
      '/components/schemas/A/properties/pattern',
      '/components/schemas/A/items',
    ]);
    expect(listDescriptionMutants(document).filter(({ mutator }) => mutator === 'drop-pattern')).toEqual([]);
  });
});

const PATH = '/paths/~1a';
const POST = `${PATH}/post`;
const inOperation = (operation: Node, others: Node = {}) => ({
  paths: { '/a': { post: operation } },
  ...others,
});
const inResponse = (response: Node) => inOperation({ responses: { 200: response } });
const RESPONSE = `${POST}/responses/200`;
const PARAMETER = `${POST}/parameters/0`;
const parameter = (node: Node) => inOperation({ parameters: [node] });

const OTHERS: Readonly<Record<string, readonly [document: Node, pointer: string, ...mutants: unknown[]]>> = {
  'change-method': [{ paths: { '/a': { post: {} } } }, PATH, { get: {} }],
  'change-path': [{ paths: { '/a': {} } }, '', { paths: { '/as': {} } }],
  'drop-operation': [{ paths: { '/a': { post: {} } } }, PATH, {}],
  'rename-operation': [inOperation({ operationId: 'buy' }), POST, { operationId: 'buyx' }],
  deprecate: [inOperation({}), POST, { deprecated: true }],
  'change-security': [inOperation({ security: [] }), POST, {}],
  'change-security-scheme': [
    { components: { securitySchemes: { b: { scheme: 'bearer' } } } },
    '/components/securitySchemes/b',
    { scheme: 'bearerx' },
  ],
  'drop-response': [inOperation({ responses: { 200: {} } }), POST, { responses: {} }],
  'change-status': [inOperation({ responses: { 422: {} } }), POST, { responses: { 427: {} } }],
  'drop-parameter': [parameter({ name: 'a' }), POST, { parameters: [] }],
  'toggle-required': [parameter({ required: true }), PARAMETER, { required: false }],
  'rename-parameter': [parameter({ name: 'a' }), PARAMETER, { name: 'ax' }],
  'move-parameter': [parameter({ in: 'query' }), PARAMETER, { in: 'header' }],
  'change-media-type': [
    inResponse({ content: { 'application/json': {} } }),
    RESPONSE,
    { content: { 'text/json': {} } },
  ],
  'drop-content': [inResponse({ content: {} }), RESPONSE, {}],
  'drop-body': [inOperation({ requestBody: {} }), POST, {}],
  'drop-header': [inResponse({ headers: { A: {} } }), RESPONSE, { headers: {} }],
  'rename-header': [inResponse({ headers: { A: {} } }), RESPONSE, { headers: { 'A-Of': {} } }],
  'drop-link': [inResponse({ links: { a: {} } }), RESPONSE, { links: {} }],
  'retarget-link': [
    {
      paths: { '/a': { get: { operationId: 'a' }, post: { operationId: 'b' } } },
      components: { links: { l: { operationId: 'a' } } },
    },
    '/components/links/l',
    { operationId: 'b' },
  ],
  'change-link-parameter': [
    { components: { links: { l: { parameters: { id: '$request.path.id' } } } } },
    '/components/links/l',
    { parameters: { id: '$response.body#/id' } },
  ],
  'redirect-reference': [
    { components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: {} } } },
    '/components/schemas/A',
    { $ref: '#/components/schemas/A' },
  ],
  'drop-example': [parameter({ example: 1 }), PARAMETER, {}],
  'change-example': [
    { components: { examples: { a: { value: { b: [{ c: 'd' }], e: 1 } } } } },
    '/components/examples/a',
    { value: { b: [{ c: 'dx' }], e: 1 } },
    { value: { b: [{ c: 'd' }], e: 2 } },
  ],
  'drop-example-field': [
    { components: { examples: { a: { value: { b: 1, c: 2 } } } } },
    '/components/examples/a',
    { value: { b: 1 } },
  ],
  'drop-mark': [inOperation({ 'x-inferred': 'guessed' }), POST, {}],
  'drop-extension': [
    inOperation({ 'x-safe': true, 'x-inferred': 'guessed' }),
    POST,
    { 'x-inferred': 'guessed' },
  ],
  'change-extension': [inOperation({ 'x-safe': true }), POST, { 'x-safe': false }],
  'drop-server': [{ servers: [{ url: 'a' }] }, '', { servers: [] }],
  'change-server': [{ servers: [{ url: 'a' }] }, '/servers/0', { url: 'ax' }],
};

describe('the mutators of other objects', () => {
  it.each(Object.entries(OTHERS))('change every place of %s', (mutator, [document, pointer, ...mutants]) => {
    expect(mutate(mutator, document, pointer)).toEqual(mutants);
  });

  it('have a case each', () => {
    expect(Object.keys(OTHERS).sort()).toEqual(Object.keys(OPERATION_MUTATORS).sort());
  });
});

describe('the mutants of the description', async () => {
  const document = JSON.parse(await readFile(join(ROOT, 'generated/openapi.json'), 'utf8')) as Node;
  const mutants = listDescriptionMutants(document);

  it('come from each mutator, and have a name each', () => {
    const mutators = [...Object.keys(SCHEMA_MUTATORS), ...Object.keys(OPERATION_MUTATORS)];
    expect([...new Set(mutants.map(({ mutator }) => mutator))].sort()).toEqual(mutators.sort());
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  it('differ from the description', () => {
    const same = mutants.filter(
      ({ pointer, node }) => JSON.stringify(readPointer(document, pointer)) === JSON.stringify(node),
    );
    expect(same.map(({ name }) => name)).toEqual([]);
  });
});
