import { describe, expect, it } from 'vitest';
import type { Document, Schema } from '../../../lib/description.js';
import type { InferredElement } from '../../provenance/inferred-parts.js';
import { readSchema } from './schema-node.js';

const MODELS: Readonly<Record<string, Schema>> = {
  Address: {
    type: 'object',
    description: 'An address.',
    required: ['city'],
    properties: { city: { type: 'string', maxLength: 50 }, zip: { type: 'string' } },
  },
  Status: { type: 'string', description: 'A status.', enum: ['A', 'B'] },
  Tree: { type: 'object', properties: { parent: { $ref: '#/components/schemas/Tree' } } },
};
const document = { paths: {}, components: { schemas: MODELS } } as unknown as Document;

function read(schema: Schema, ...marks: string[]) {
  const elements = new Map(marks.map((pointer) => [pointer, { pointer, reason: 'why' } as InferredElement]));
  return readSchema({ document, elements }, schema, '#/x');
}

describe('readSchema', () => {
  it('follows a reference and prefers the keywords beside it', () => {
    const node = read({ $ref: '#/components/schemas/Address', description: 'Home.', minProperties: 1 });
    expect(node).toMatchObject({ model: 'Address', types: ['object'], description: 'Home.' });
    expect(node.keywords).toEqual({ minProperties: 1 });
    expect(node.fields.map(({ name, required }) => [name, required])).toEqual([
      ['city', true],
      ['zip', false],
    ]);
  });

  it('reads a single form beside null as a type that can be null', () => {
    const node = read({ anyOf: [{ $ref: '#/components/schemas/Status' }, { type: 'null' }], default: 'A' });
    expect(node).toMatchObject({ model: 'Status', types: ['string', 'null'], forms: [] });
    expect(node.keywords).toEqual({ enum: ['A', 'B'], default: 'A' });
  });

  it('reads several forms', () => {
    const node = read({
      anyOf: [{ $ref: '#/components/schemas/Address' }, { type: 'array', title: 'List' }],
    });
    expect(node.forms.map(({ title, model }) => title ?? model)).toEqual(['Address', 'List']);
    expect(node.fields).toEqual([]);
  });

  it('adds the fields of allOf to those beside it', () => {
    const node = read({
      allOf: [{ $ref: '#/components/schemas/Address' }],
      properties: { country: { type: 'string' } },
      required: ['country'],
    });
    expect(node.fields.map(({ name, required }) => `${name} ${required}`).sort()).toEqual([
      'city true',
      'country true',
      'zip false',
    ]);
  });

  it('reads the items of an array and the fields with which another is required', () => {
    const node = read({
      type: 'object',
      properties: { list: { type: 'array', items: { $ref: '#/components/schemas/Status' } }, to: {} },
      dependentRequired: { list: ['to'] },
    });
    expect(node.fields[0]?.items).toMatchObject({ model: 'Status', types: ['string'] });
    expect(node.fields[1]?.requiredWith).toEqual(['list']);
  });

  it('stops at a model that contains itself', () => {
    const [parent] = read({ $ref: '#/components/schemas/Tree' }).fields;
    expect(parent).toMatchObject({ model: 'Tree', fields: [] });
  });

  it('hands a mark of an object and of its fields down to the fields', () => {
    const schema = { type: 'object', properties: { a: {} } };
    const ofObject = read({ ...schema, 'x-inferred': 'why' }, '#/x');
    const ofFields = read({ ...schema, 'x-inferred': { properties: 'why' } }, '#/x/properties');
    expect(ofObject.fields[0]?.origin).toMatchObject({ whole: { pointer: '#/x' }, inherited: true });
    expect(ofFields.origin.whole).toBeUndefined();
    expect(ofFields.fields[0]?.origin).toMatchObject({
      whole: { pointer: '#/x/properties' },
      inherited: true,
    });
  });
});
