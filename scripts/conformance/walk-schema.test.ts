import { describe, expect, it } from 'vitest';
import { examplesOf, jsonOf, type Schema } from '../lib/description.js';
import { document, pairs, validatorOf } from './description.js';
import { inspect } from './walk-schema.js';

/** What is broken where, by pointer, path and keyword. */
function breaches(schema: Schema, value: unknown): string[] {
  return inspect({ pointer: '', schema }, value).flatMap(({ pointer, path, breaches }) =>
    breaches.map(({ keyword }) => `${pointer} ${path} ${keyword}`),
  );
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const card: Schema = { type: 'object', required: ['last4'], properties: { last4: { pattern: '^\\d{4}$' } } };
const cash: Schema = { type: 'object', required: ['cash', 'till'] };

describe('a walk along a value', () => {
  it('visits each part that is described, and says where it is and where the description has it', () => {
    const schema: Schema = { type: 'array', items: { properties: { id: { type: 'string' } } } };
    const visits = inspect({ pointer: '/here', schema }, [{ id: 'a', other: 1 }]);
    expect(visits.map(({ pointer, path }) => [pointer, path])).toEqual([
      ['/here', ''],
      ['/here/items', '*'],
      ['/here/items/properties/id', '*.id'],
    ]);
  });

  it('follows references to where the description has their targets', () => {
    const visits = inspect({ pointer: '/here', schema: ref('PageLinks') }, { next: { href: 'a' } });
    expect(visits.map(({ pointer }) => pointer)).toEqual([
      '/here',
      '/components/schemas/PageLinks',
      '/components/schemas/PageLinks/properties/next',
      '/components/schemas/Link',
      '/components/schemas/Link/properties/href',
    ]);
    expect(breaches(ref('PageLinks'), { next: { href: 'no URI' } })).toEqual([
      '/components/schemas/Link/properties/href next.href format',
    ]);
  });

  it('names a broken rule where it stands, and nothing else', () => {
    const schema: Schema = {
      allOf: [{ minProperties: 1 }],
      properties: { a: { enum: [1] }, b: { type: 'null' } },
    };
    expect(breaches(schema, {})).toEqual(['/allOf/0  minProperties']);
    expect(breaches(schema, { a: 2, b: null })).toEqual(['/properties/a a enum']);
  });

  it('says of a value of another type no more than that', () => {
    expect(breaches({ type: 'string', enum: ['a'], minLength: 1 }, 5)).toEqual(['  type']);
  });

  it('names what is missing together', () => {
    const [visit] = inspect({ pointer: '', schema: cash }, {});
    expect(visit?.breaches).toEqual([{ keyword: 'required', limit: ['cash', 'till'] }]);
  });

  it('takes every alternative that fits', () => {
    const visits = inspect(
      { pointer: '', schema: { anyOf: [card, cash, { type: 'object' }] } },
      { last4: '4242' },
    );
    expect(visits.map(({ pointer }) => pointer)).toEqual([
      '',
      '/anyOf/0',
      '/anyOf/0/properties/last4',
      '/anyOf/2',
    ]);
  });

  it('takes the alternative that comes nearest where none fits', () => {
    expect(breaches({ anyOf: [cash, card] }, { last4: 'x' })).toEqual([
      '/anyOf/1/properties/last4 last4 pattern',
    ]);
  });

  it('counts a rule with many members once', () => {
    const coin: Schema = { properties: { kind: { enum: ['penny', 'dime', 'quarter', 'dollar'] } } };
    expect(breaches({ anyOf: [cash, coin] }, { kind: 'x' })).toEqual(['/anyOf/1/properties/kind kind enum']);
  });

  it('takes one of the right type before one that breaks fewer rules', () => {
    expect(breaches({ anyOf: [{ type: 'null' }, cash, { ...cash, minProperties: 1 }] }, {})).toEqual([
      '/anyOf/1  required',
    ]);
  });

  it('does not take what objects inherit for properties', () => {
    expect(breaches({ properties: { constructor: { type: 'string' } } }, {})).toEqual([]);
  });
});

describe('what a walk finds in every example of a response, each field left out or replaced in turn,', () => {
  const examples = pairs.flatMap(({ name, response }) =>
    Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
      name: `${name} ${example}`,
      schema: jsonOf(response)?.schema ?? {},
      value,
    })),
  );

  it.each(examples)('is something exactly when the whole schema is broken: $name', ({ schema, value }) => {
    for (const variant of [value, ...variants(value)]) {
      expect(breaches(schema, variant).length > 0, JSON.stringify(variant)).toBe(
        !validatorOf(schema)(variant),
      );
    }
  });
});

/** A value with each of its parts left out, or replaced by something else. */
function variants(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item, at) => variants(item).map((one) => value.with(at, one)));
  if (typeof value !== 'object' || value === null) return [null, 'x', -1.5, {}, []];
  return Object.entries(value).flatMap(([name, part]) => [
    Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
    ...variants(part).map((one) => ({ ...value, [name]: one })),
  ]);
}
