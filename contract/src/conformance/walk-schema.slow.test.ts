import { describe, expect, it } from 'vitest';
import { examplesOf, jsonOf, type Schema } from '../../../scripts/lib/description.js';
import { compileValidator, document } from './description.js';
import { documentedResponses } from './testing/documented-responses.js';
import { walkSchema } from './walk-schema.js';

/** The rules that a value breaks, by pointer, path and keyword. */
function brokenRules(schema: Schema, value: unknown): string[] {
  return walkSchema({ pointer: '', schema }, value).flatMap(({ pointer, path, brokenRules }) =>
    brokenRules.map(({ keyword }) => `${pointer} ${path} ${keyword}`),
  );
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const card: Schema = { type: 'object', required: ['last4'], properties: { last4: { pattern: '^\\d{4}$' } } };
const cash: Schema = { type: 'object', required: ['cash', 'till'] };

describe('walkSchema', () => {
  it('visits each described part, with its path and the pointer of its schema', () => {
    const schema: Schema = { type: 'array', items: { properties: { id: { type: 'string' } } } };
    const visits = walkSchema({ pointer: '/here', schema }, [{ id: 'a', other: 1 }]);
    expect(visits.map(({ pointer, path }) => [pointer, path])).toEqual([
      ['/here', ''],
      ['/here/items', '*'],
      ['/here/items/properties/id', '*.id'],
    ]);
  });

  it('follows references to their targets in the description', () => {
    const visits = walkSchema({ pointer: '/here', schema: ref('PageLinks') }, { next: { href: 'a' } });
    expect(visits.map(({ pointer }) => pointer)).toEqual([
      '/here',
      '/components/schemas/PageLinks',
      '/components/schemas/PageLinks/properties/next',
      '/components/schemas/Link',
      '/components/schemas/Link/properties/href',
    ]);
    expect(brokenRules(ref('PageLinks'), { next: { href: 'no URI' } })).toEqual([
      '/components/schemas/Link/properties/href next.href format',
    ]);
  });

  it('names only the broken rule, with the pointer of its schema', () => {
    const schema: Schema = {
      allOf: [{ minProperties: 1 }],
      properties: { a: { enum: [1] }, b: { type: 'null' } },
    };
    expect(brokenRules(schema, {})).toEqual(['/allOf/0  minProperties']);
    expect(brokenRules(schema, { a: 2, b: null })).toEqual(['/properties/a a enum']);
  });

  it('reports only the type for a value of another type', () => {
    expect(brokenRules({ type: 'string', enum: ['a'], minLength: 1 }, 5)).toEqual(['  type']);
  });

  it('names all missing properties together', () => {
    const [visit] = walkSchema({ pointer: '', schema: cash }, {});
    expect(visit?.brokenRules).toEqual([{ keyword: 'required', expected: ['cash', 'till'] }]);
  });

  it('visits every alternative that matches', () => {
    const visits = walkSchema(
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

  it('visits the closest alternative when none matches', () => {
    expect(brokenRules({ anyOf: [cash, card] }, { last4: 'x' })).toEqual([
      '/anyOf/1/properties/last4 last4 pattern',
    ]);
  });

  it('counts a rule with many members once when it looks for the closest alternative', () => {
    const coin: Schema = { properties: { kind: { enum: ['penny', 'dime', 'quarter', 'dollar'] } } };
    expect(brokenRules({ anyOf: [cash, coin] }, { kind: 'x' })).toEqual([
      '/anyOf/1/properties/kind kind enum',
    ]);
  });

  it('prefers an alternative of the right type to one that breaks fewer rules', () => {
    expect(brokenRules({ anyOf: [{ type: 'null' }, cash, { ...cash, minProperties: 1 }] }, {})).toEqual([
      '/anyOf/1  required',
    ]);
  });

  it('tells alternatives apart by the names that they require before anything below them', () => {
    const parts = { a: { type: 'number' }, b: { type: 'number' }, c: { type: 'number' } };
    const payment: Schema = { required: ['card'], properties: { parts: { properties: parts } } };
    const payout: Schema = { required: ['card', 'bank'] };
    const value = { card: 1, parts: { a: '1', b: '1', c: '1' } };
    expect(brokenRules({ anyOf: [payout, payment] }, value)).toEqual(
      ['a', 'b', 'c'].map((name) => `/anyOf/1/properties/parts/properties/${name} parts.${name} type`),
    );
  });

  it('ignores inherited properties', () => {
    expect(brokenRules({ properties: { constructor: { type: 'string' } } }, {})).toEqual([]);
  });
});

describe('walkSchema on every example of a response, each field left out or replaced in turn,', () => {
  const examples = documentedResponses.flatMap(({ name, response }) =>
    Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
      name: `${name} ${example}`,
      schema: jsonOf(response)?.schema ?? {},
      value,
    })),
  );

  it.each(examples)(
    'finds a broken rule exactly when the whole schema is broken: $name',
    ({ schema, value }) => {
      for (const variant of [value, ...variants(value)]) {
        expect(brokenRules(schema, variant).length > 0, JSON.stringify(variant)).toBe(
          !compileValidator(schema)(variant),
        );
      }
    },
  );
});

/** Copies of a value, each with one part left out or replaced. */
function variants(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item, at) => variants(item).map((one) => value.with(at, one)));
  if (typeof value !== 'object' || value === null) return [null, 'x', -1.5, {}, []];
  return Object.entries(value).flatMap(([name, part]) => [
    Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
    ...variants(part).map((one) => ({ ...value, [name]: one })),
  ]);
}
