import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileValidator, document } from '../../../contract/src/conformance/description.js';
import type { Schema } from '../../../scripts/lib/description.js';
import { validValues } from './valid-values.js';

const schemas = Object.keys(document.components.schemas).map((name) => ({
  name,
  schema: { $ref: `#/components/schemas/${name}` } as Schema,
}));

/** The values that a schema allows, as a sample generates them. */
const sample = (schema: Schema, count = 200) => fc.sample(validValues(schema), { numRuns: count, seed: 1 });

describe('validValues', () => {
  it.each(schemas)('generates different values that Ajv accepts: $name', ({ schema }) => {
    const values = sample(schema, 30);
    const validate = compileValidator(schema);
    expect(values.filter((value) => !validate(value))).toEqual([]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
  });

  it('generates values that survive JSON', () => {
    for (const { schema } of schemas)
      for (const value of sample(schema, 10)) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  it.each<[keyword: string, schema: Schema, expected: unknown[]]>([
    ['const', { const: 'a' }, ['a']],
    ['enum', { enum: ['a', 1, null] }, ['a', 1, null]],
    ['a nullable type', { type: ['boolean', 'null'] }, [true, false, null]],
    ['anyOf', { anyOf: [{ const: 1 }, { enum: ['a', 'b'] }] }, [1, 'a', 'b']],
    ['oneOf', { oneOf: [{ enum: [1, 2] }, { enum: [2, 3] }] }, [1, 3]],
    ['allOf', { allOf: [{ enum: [1, 2, 3] }, { enum: [2, 3, 4] }] }, [2, 3]],
    ['a bounded integer', { type: 'integer', minimum: -1, exclusiveMaximum: 2 }, [-1, 0, 1]],
    ['multipleOf', { type: 'number', minimum: 5, maximum: 20, multipleOf: 10 }, [10, 20]],
  ])('generates all values of %s, and no other', (_, schema, expected) => {
    const found = [...new Set(sample(schema))];
    expect(found.sort()).toEqual([...expected].sort());
  });

  it('generates optional properties at times, required ones always, and extra ones where they are allowed', () => {
    const properties = { a: { const: 1 }, b: { const: 2 } };
    const schema = { type: 'object', required: ['a'], properties };
    const keys = new Set(
      sample(schema).map((value) =>
        Object.keys(value as object)
          .sort()
          .join(),
      ),
    );
    expect(keys).toContain('a');
    expect(keys).toContain('a,b');
    expect([...keys].some((names) => names !== 'a' && names !== 'a,b')).toBe(true);
    const closed = sample({ ...schema, additionalProperties: false });
    expect(new Set(closed.map((value) => Object.keys(value as object).length))).toEqual(new Set([1, 2]));
  });

  it('generates the properties that require each other together', () => {
    const schema = {
      type: 'object',
      properties: { from: { const: 1 }, to: { const: 2 } },
      dependentRequired: { from: ['to'], to: ['from'] },
      additionalProperties: false,
    };
    const found = new Set(sample(schema).map((value) => JSON.stringify(value)));
    expect(found).toEqual(new Set(['{}', '{"from":1,"to":2}']));
  });

  it('generates all optional properties, or none, on demand, from the preferred values', () => {
    const schema = { $ref: '#/components/schemas/PaymentRequest' };
    const preferred = { '/amount': fc.constant(42) };
    const [all] = fc.sample(validValues(schema, { optional: 'all', preferred }), { numRuns: 1, seed: 1 });
    expect(all).toMatchObject({ amount: 42, source: { billing_address: { city: expect.any(String) } } });
    const [none] = fc.sample(validValues(schema, { optional: 'none', extraFields: false }), {
      numRuns: 1,
      seed: 1,
    });
    expect(Object.keys(none as object).sort()).toEqual(['currency', 'source']);
  });

  it('generates lengths up to the limits, in characters of Unicode', () => {
    const lengths = sample({ type: 'string', minLength: 1, maxLength: 3 }).map(
      (text) => [...String(text)].length,
    );
    expect(new Set(lengths)).toEqual(new Set([1, 2, 3]));
  });
});
