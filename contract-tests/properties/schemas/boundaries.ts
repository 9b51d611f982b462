import { compileValidator } from '../../../contract/src/conformance/description.js';
import type { Schema } from '../../../scripts/lib/description.js';
import { listLocations, replaceAt, type ValueLocation } from './break-site.js';
import { allowedTypes, type FlatSchema } from './flatten-schema.js';
import { readRange } from './number-values.js';
import { LONG_LENGTH } from './string-values.js';

/** A value at the boundary of what a keyword allows, in a value that is valid as a whole. */
export interface Boundary {
  /** The place as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly keyword: string;
  /** The whole value. */
  readonly value: unknown;
}

/** Characters of one, two and three bytes of UTF-8, and one of two code units. */
const CHARACTERS = ['x', 'é', '\u0000', '😀'];

/**
 * Lists the values at the boundaries of each keyword, in every place of a valid value: the least and greatest numbers
 * and lengths, each member of an enum, each type, an optional property left out. Each is confirmed by Ajv.
 */
export function listBoundaries(schema: Schema, value: unknown): Boundary[] {
  const validate = compileValidator(schema);
  return listLocations(schema, value)
    .flatMap((location) => [...listBoundaryValues(location), ...listOmissions(location)])
    .map(({ pointer, keyword, replacement }) => ({
      pointer,
      keyword,
      value: replaceAt(value, pointer, replacement),
    }))
    .filter((boundary) => boundary.value !== undefined && validate(boundary.value));
}

interface BoundaryValue {
  readonly pointer: string;
  readonly keyword: string;
  /** Undefined for a member that is left out. */
  readonly replacement: unknown;
}

function listBoundaryValues({ pointer, schema, value }: ValueLocation): BoundaryValue[] {
  const at = (keyword: string, values: readonly unknown[]) =>
    values.map((replacement) => ({ pointer, keyword, replacement }));
  return [
    ...at('enum', schema.enum ?? []),
    ...at(
      'type',
      (allowedTypes(schema) ?? []).flatMap((type) => VALUES_BY_TYPE[type] ?? []),
    ),
    ...(typeof value === 'string' ? at('length', listStrings(schema)) : []),
    ...(typeof value === 'number' ? at('range', listNumbers(schema)) : []),
    ...(Array.isArray(value) ? at('items', listArrays(schema, value)) : []),
  ];
}

/** Values of the types that have few, or an empty one. */
const VALUES_BY_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  null: [null],
  boolean: [true, false],
  integer: [0],
  string: [''],
  object: [{}],
};

function listStrings({ minLength = 0, maxLength = LONG_LENGTH }: FlatSchema): string[] {
  const lengths = [...new Set([minLength, minLength + 1, maxLength - 1, maxLength])];
  return lengths.flatMap((length) => CHARACTERS.map((one) => one.repeat(Math.max(length, 0))));
}

function listNumbers(schema: FlatSchema): number[] {
  const { min, max, step } = readRange(schema, allowedTypes(schema)?.includes('number') === false);
  const distance = step || 0.001;
  const least = Number.isFinite(min) ? [min, min + distance] : [-Number.MAX_SAFE_INTEGER, -1, 0];
  const greatest = Number.isFinite(max) ? [max - distance, max] : [1, Number.MAX_SAFE_INTEGER];
  return [...least, ...greatest];
}

function listArrays({ minItems = 0, maxItems }: FlatSchema, value: readonly unknown[]): unknown[] {
  const lengths = [minItems, minItems + 1, ...(maxItems === undefined ? [] : [maxItems])];
  return value.length === 0
    ? []
    : lengths.map((length) => Array.from({ length }, (_, index) => value[index % value.length]));
}

function listOmissions({ pointer, schema, value }: ValueLocation): BoundaryValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const optional = Object.keys(value).filter((name) => !schema.required?.includes(name));
  return optional.map((name) => {
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    return { pointer, keyword: 'required', replacement: rest };
  });
}
