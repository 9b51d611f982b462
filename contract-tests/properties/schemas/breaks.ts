import fc from 'fast-check';
import type { Schema } from '../../../scripts/lib/description.js';
import { appendKey } from '../../../scripts/lib/json-pointer.js';
import { unicodeCharacters } from '../../../scripts/lib/unicode-characters.js';
import { applyBreak, type Break, isBrokenOnce, listLocations, type ValueLocation } from './break-site.js';
import { allowedTypes, type FlatSchema } from './flatten-schema.js';
import { readRange } from './number-values.js';
import { countCharacters } from './string-values.js';

/** A value of each type of JSON. */
const VALUES_BY_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  null: [null],
  boolean: [true, false],
  integer: [0, 1],
  number: [0.5],
  string: ['', 'text', '1', 'true', 'null'],
  array: [[], [{}]],
  object: [{}, { x_extra: 1 }],
};

/** Strings that are close to a format and do not have it. */
const MALFORMED: Readonly<Record<string, readonly string[]>> = {
  'date-time': [
    '2026-02-30T00:00:00Z',
    '2026-01-01',
    '2026-01-01T24:00:01Z',
    '2026-01-01T00:00:00',
    '1767225600',
    'now',
  ],
  date: ['2026-02-30', '2026-1-1', '2026-01-01T00:00:00Z', '20260101', 'today'],
  email: [
    'someone',
    'someone@',
    '@example.com',
    'a b@example.com',
    'someone@example..com',
    'a@b@example.com',
  ],
};

/** A character outside the Basic Multilingual Plane: two code units, one character. */
const ASTRAL = '😀';

/**
 * Lists for each keyword that a value can break the values just outside of what it allows, in every place of a valid
 * value. Each is confirmed by Ajv.
 */
export function listBreaks(schema: Schema, value: unknown): Break[] {
  return listCandidates(schema, value).filter((one) => isBrokenOnce(schema, applyBreak(value, one), one));
}

/** Generates breaks of a valid value: those that {@link listBreaks} lists, and others further outside. */
export function breaksOf(schema: Schema, value: unknown): fc.Arbitrary<Break> {
  return fc
    .constantFrom(...listCandidates(schema, value))
    .chain((one) => {
      const further = furtherValues(one)?.map((replacement) => ({ ...one, value: replacement }));
      return further ? fc.oneof(fc.constant(one), further) : fc.constant(one);
    })
    .filter((one) => isBrokenOnce(schema, applyBreak(value, one), one));
}

function listCandidates(schema: Schema, value: unknown): Break[] {
  return listLocations(schema, value).flatMap((location) => [
    ...listReplacements(location),
    ...listRemovals(location),
  ]);
}

/** Values that mostly break the same keyword; undefined where a member is missing or every value is near. */
function furtherValues({ keyword, ...one }: Break): fc.Arbitrary<unknown> | undefined {
  if (!('value' in one)) return undefined;
  const { value } = one;
  switch (keyword) {
    case 'type':
      return fc.jsonValue({ maxDepth: 2 });
    case 'enum':
    case 'const':
    case 'pattern':
    case 'format':
      return fc.oneof(fc.string({ unit: unicodeCharacters, maxLength: 30 }), mutations(String(value)));
    case 'maxLength':
      return fc
        .string({ unit: unicodeCharacters, minLength: 1, maxLength: 500 })
        .map((text) => String(value) + text);
    case 'minimum':
    case 'exclusiveMinimum':
      return fc.integer({ min: 0, max: 1e9 }).map((distance) => Number(value) - distance);
    case 'maximum':
    case 'exclusiveMaximum':
      return fc.integer({ min: 0, max: 1e9 }).map((distance) => Number(value) + distance);
    case 'multipleOf':
      return fc.integer({ min: 0, max: 1e6 }).map((distance) => Number(value) + distance);
    default:
      return undefined;
  }
}

/** Strings with one character removed, replaced or added. */
function mutations(text: string): fc.Arbitrary<string> {
  const characters = [...text];
  return fc
    .record({
      at: fc.nat(characters.length),
      removed: fc.nat(1),
      added: fc.string({ unit: unicodeCharacters, maxLength: 1 }),
    })
    .map(({ at, removed, added }) =>
      [...characters.slice(0, at), added, ...characters.slice(at + removed)].join(''),
    );
}

function listReplacements({ pointer, schema, value }: ValueLocation): Break[] {
  return Object.keys(schema).flatMap((keyword) =>
    replacementsFor(keyword, schema, value).map((replacement) => ({ pointer, keyword, value: replacement })),
  );
}

function replacementsFor(keyword: string, schema: FlatSchema, value: unknown): readonly unknown[] {
  switch (keyword) {
    case 'type':
      return listOtherTypes(allowedTypes(schema) ?? []);
    case 'anyOf':
    case 'oneOf':
      return listOtherTypes([]);
    case 'enum':
      return (schema.enum ?? []).flatMap(listNearMisses);
    case 'const':
      return listNearMisses(schema.const);
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return schema[keyword] === false ? [{ ...Object(value), x_extra: 1 }] : [];
  }
  if (typeof value === 'string') return stringsOutside(keyword, schema, value);
  if (typeof value === 'number') return numbersOutside(keyword, schema);
  if (Array.isArray(value)) return arraysOutside(keyword, schema, value);
  return typeof value === 'object' && value !== null ? objectsOutside(keyword, schema, value) : [];
}

function listOtherTypes(allowed: readonly string[]): unknown[] {
  const isAllowed = (type: string) =>
    allowed.includes(type) || (type === 'integer' && allowed.includes('number'));
  return Object.entries(VALUES_BY_TYPE)
    .filter(([type]) => !isAllowed(type))
    .flatMap(([, values]) => values);
}

function listNearMisses(value: unknown): unknown[] {
  if (typeof value !== 'string') return listOtherTypes([]);
  return [
    ...['', `${value} `, ` ${value}`, `${value}\n`, `${value}x`],
    ...[value.slice(0, -1), value.slice(1), value.toUpperCase(), value.toLowerCase(), `-${value.slice(1)}`],
  ];
}

function stringsOutside(keyword: string, schema: FlatSchema, value: string): string[] {
  const { minLength = 0, maxLength = 0 } = schema;
  switch (keyword) {
    case 'pattern':
      return listNearMisses(value).map(String);
    case 'format':
      return [...listNearMisses(value).map(String), ...(MALFORMED[schema.format ?? ''] ?? [])];
    case 'minLength':
      // Padding of two code units would hide that a server counts those.
      return minLength === 0
        ? []
        : ['', [...value].slice(0, minLength - 1).join(''), ASTRAL.repeat(minLength - 1)];
    case 'maxLength':
      return [
        value + 'x'.repeat(maxLength + 1 - countCharacters(value)),
        ...[' ', ASTRAL].map((one) => one.repeat(maxLength + 1)),
        'x'.repeat(maxLength + 1000),
      ];
    default:
      return [];
  }
}

function numbersOutside(keyword: string, schema: FlatSchema): number[] {
  const { min, max, step } = readRange(schema, allowedTypes(schema)?.includes('number') === false);
  const inside = Number.isFinite(min) ? min : Number.isFinite(max) ? max - 2 * step : 0;
  const distance = step || 0.001;
  switch (keyword) {
    case 'minimum':
    case 'exclusiveMinimum':
      return [min - distance, min - 1, min - 1e12];
    case 'maximum':
    case 'exclusiveMaximum':
      return [max + distance, max + 1, max + 1e12];
    case 'multipleOf':
      return [inside + step / 2, inside + step * 1.001, inside + step * 10.1];
    default:
      return [];
  }
}

function arraysOutside(
  keyword: string,
  { minItems = 0, maxItems = 0 }: FlatSchema,
  value: readonly unknown[],
): unknown[] {
  switch (keyword) {
    case 'minItems':
      return minItems === 0 ? [] : [[], value.slice(0, minItems - 1)];
    case 'maxItems':
      return value.length === 0
        ? []
        : [Array.from({ length: maxItems + 1 }, (_, index) => value[index % value.length])];
    case 'uniqueItems':
      return value.length === 0 ? [] : [[...value, value[0]]];
    default:
      return [];
  }
}

function objectsOutside(
  keyword: string,
  { minProperties = 0, maxProperties = 0 }: FlatSchema,
  value: object,
): object[] {
  const entries = Object.entries(value);
  switch (keyword) {
    case 'minProperties':
      return minProperties === 0 ? [] : [Object.fromEntries(entries.slice(0, minProperties - 1))];
    case 'maxProperties':
      return [
        {
          ...value,
          ...Object.fromEntries(Array.from({ length: maxProperties + 1 }, (_, index) => [`x_${index}`, 1])),
        },
      ];
    default:
      return [];
  }
}

/** Members that are required, by themselves or by another member. */
function listRemovals({ pointer, schema, value }: ValueLocation): Break[] {
  if (typeof value !== 'object' || value === null) return [];
  const { required = [], dependentRequired = {} } = schema;
  const dependent = Object.entries(dependentRequired).flatMap(([name, others]) =>
    name in value ? others : [],
  );
  const remove = (keyword: string) => (name: string) => ({ pointer: appendKey(pointer, name), keyword });
  return [...required.map(remove('required')), ...dependent.map(remove('dependentRequired'))];
}
