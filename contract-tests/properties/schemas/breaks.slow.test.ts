import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileValidator,
  operations,
  requestSchema,
} from '../../../contract/src/conformance/description.js';
import type { Schema } from '../../../scripts/lib/description.js';
import { applyBreak, isBrokenOnce, listLocations } from './break-site.js';
import { breaksOf, listBreaks } from './breaks.js';
import { validValues } from './valid-values.js';

const withBody = operations.flatMap((operation) => {
  const schema = requestSchema(operation);
  return schema ? [{ name: operation.operationId, schema }] : [];
});

/** A value with all properties, always the same. */
function fullValue(schema: Schema): unknown {
  return fc.sample(validValues(schema, { optional: 'all', extraFields: false }), { numRuns: 1, seed: 1 })[0];
}

describe('listBreaks', () => {
  it.each<[keyword: string, schema: Schema, value: unknown, outside: unknown]>([
    ['type', { type: 'integer' }, 1, 0.5],
    ['type', { type: ['string', 'null'] }, 'a', true],
    ['const', { const: 'a' }, 'a', 'A'],
    ['enum', { type: 'string', enum: ['Final'] }, 'Final', 'final'],
    ['pattern', { type: 'string', pattern: '^[a-z]{2}$' }, 'ab', 'ab\n'],
    ['format', { type: 'string', format: 'date-time' }, '2026-01-01T00:00:00Z', '2026-02-30T00:00:00Z'],
    ['minLength', { type: 'string', minLength: 2 }, 'ab', '😀'],
    ['maxLength', { type: 'string', maxLength: 2 }, 'ab', 'abx'],
    ['minimum', { type: 'number', minimum: 5, multipleOf: 1 }, 7, 4],
    ['exclusiveMinimum', { type: 'integer', exclusiveMinimum: 5 }, 7, 5],
    ['maximum', { type: 'number', maximum: 5 }, 1, 5.001],
    ['multipleOf', { type: 'number', minimum: 0, multipleOf: 1 }, 1, 0.5],
    ['minItems', { type: 'array', minItems: 1 }, [1], []],
    ['maxItems', { type: 'array', maxItems: 1 }, [1], [1, 1]],
    ['uniqueItems', { type: 'array', uniqueItems: true }, [1], [1, 1]],
    ['minProperties', { type: 'object', minProperties: 1 }, { a: 1 }, {}],
    ['maxProperties', { type: 'object', maxProperties: 1 }, { a: 1 }, { a: 1, x_0: 1, x_1: 1 }],
    ['additionalProperties', { type: 'object', additionalProperties: false }, {}, { x_extra: 1 }],
    ['anyOf', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'a', 0],
  ])('contains the value just outside of %s: %o', (keyword, schema, value, outside) => {
    const breaks = listBreaks(schema, value).filter((one) => one.keyword === keyword);
    expect(breaks).toContainEqual({ pointer: '', keyword, value: outside });
  });

  it('contains each required member that is left out, by the schema or by another member', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: { 'b/c': { required: ['d'] } },
      dependentRequired: { e: ['f'] },
    };
    expect(
      listBreaks(schema, { a: 1, 'b/c': { d: 1 }, e: 1, f: 1 }).filter((one) => !('value' in one)),
    ).toEqual([
      { pointer: '/a', keyword: 'required' },
      { pointer: '/f', keyword: 'dependentRequired' },
      { pointer: '/b~1c/d', keyword: 'required' },
    ]);
  });

  it.each(withBody)('breaks every keyword in every place of the body of $name', ({ schema }) => {
    const value = fullValue(schema);
    const broken = new Set(listBreaks(schema, value).map(({ pointer, keyword }) => `${pointer} ${keyword}`));
    const unbreakable = [
      'additionalProperties',
      'properties',
      'items',
      'description',
      'examples',
      'default',
      'required',
    ];
    const breakable = listLocations(schema, value).flatMap(
      ({ pointer, schema: { required = [], ...keywords } }) => [
        ...Object.keys(keywords)
          .filter((keyword) => !unbreakable.includes(keyword) && !keyword.startsWith('x-'))
          .filter((keyword) => keyword !== 'dependentRequired')
          .map((keyword) => `${pointer} ${keyword}`),
        ...required.map((name) => `${pointer}/${name} required`),
      ],
    );
    expect(breakable.filter((one) => !broken.has(one))).toEqual([]);
  });
});

describe('breaksOf', () => {
  it.each(withBody)('generates values that Ajv rejects for one keyword in one place: $name', ({ schema }) => {
    const cases = validValues(schema).chain((value) =>
      breaksOf(schema, value).map((one) => ({ value, one })),
    );
    for (const { value, one } of fc.sample(cases, { numRuns: 100, seed: 1 })) {
      const broken = applyBreak(value, one);
      expect(isBrokenOnce(schema, broken, one)).toBe(true);
      expect(compileValidator(schema)(broken)).toBe(false);
      expect(compileValidator(schema)(value)).toBe(true);
    }
  });
});

describe('isBrokenOnce', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', maxLength: 1 }, b: { type: 'string' } },
  };

  it('is false for a second place, another keyword, and a valid value', () => {
    const one = { pointer: '/a', keyword: 'maxLength', value: 'ab' };
    expect(isBrokenOnce(schema, { a: 'ab', b: '' }, one)).toBe(true);
    expect(isBrokenOnce(schema, { a: 'ab', b: 1 }, one)).toBe(false);
    expect(isBrokenOnce(schema, { a: 1, b: '' }, one)).toBe(false);
    expect(isBrokenOnce(schema, { a: 'a', b: '' }, one)).toBe(false);
  });
});
