import { compileValidator } from '../../../contract/src/conformance/description.js';
import type { Schema } from '../../../scripts/lib/description.js';
import { appendKey, parsePointer } from '../../../scripts/lib/json-pointer.js';
import { type FlatSchema, flattenSchema } from './flatten-schema.js';

/** A place in a value, with the schema that describes it. */
export interface ValueLocation {
  /** The JSON pointer (RFC 6901) of the place. */
  readonly pointer: string;
  readonly schema: FlatSchema;
  readonly value: unknown;
}

/**
 * Lists the places in a value that a schema describes, the value itself first. Where a schema has alternatives, what
 * they say is not looked into: breaking a keyword of one breaks the choice between them as well.
 */
export function listLocations(schema: Schema, value: unknown, pointer = ''): ValueLocation[] {
  const flat = flattenSchema(schema);
  return [{ pointer, schema: flat, value }, ...listParts(flat, value, pointer)];
}

function listParts({ properties = {}, items }: FlatSchema, value: unknown, pointer: string): ValueLocation[] {
  if (Array.isArray(value))
    return items ? value.flatMap((item, index) => listLocations(items, item, `${pointer}/${index}`)) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(properties)
    .filter(([name]) => Object.hasOwn(value, name))
    .flatMap(([name, property]) =>
      listLocations(property, (value as Record<string, unknown>)[name], appendKey(pointer, name)),
    );
}

/**
 * Copies a value with another one at a place.
 *
 * @param replacement Undefined removes the member at this place.
 */
export function replaceAt(value: unknown, pointer: string, replacement: unknown): unknown {
  if (pointer === '') return replacement;
  const [, token = ''] = pointer.split('/');
  const [name = ''] = parsePointer(`/${token}`);
  const rest = pointer.slice(token.length + 1);
  const part = replaceAt((value as Record<string, unknown>)[name], rest, replacement);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? part : item));
  const entries = Object.entries(value as object).filter(([other]) => other !== name);
  return Object.fromEntries(part === undefined ? entries : [...entries, [name, part]]);
}

/** One keyword of a schema that a value breaks in one place. */
export interface Break {
  /** The place as a JSON pointer. For a member that is missing, this is where it would be. */
  readonly pointer: string;
  readonly keyword: string;
  /** The value at this place; absent for a member that is missing. */
  readonly value?: unknown;
}

/** Applies a break to a valid value. */
export function applyBreak(value: unknown, { pointer, value: replacement }: Break): unknown {
  return replaceAt(value, pointer, replacement);
}

/** Keywords that a value cannot help breaking as well, since they follow from the broken one. */
const CONSEQUENCES: Readonly<Record<string, readonly string[]>> = {
  type: ['enum', 'const'],
  anyOf: ['type', 'enum', 'const'],
  oneOf: ['type', 'enum', 'const'],
  minLength: ['pattern', 'format'],
  maxLength: ['pattern', 'format'],
};

/**
 * Whether Ajv rejects a value for one broken keyword in one place, apart from what follows from it: a value of
 * another type is no member of an enum, and a currency of four letters does not match its pattern.
 */
export function isBrokenOnce(schema: Schema, value: unknown, { pointer, keyword, ...rest }: Break): boolean {
  const validate = compileValidator(schema);
  if (validate(value)) return false;
  const isMissing = !('value' in rest);
  const place = isMissing ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer;
  const errors = validate.errors ?? [];
  const allowed = [keyword, ...(CONSEQUENCES[keyword] ?? [])];
  return (
    errors.some((error) => error.keyword === keyword) &&
    errors.every(
      (error) =>
        error.instancePath === place &&
        allowed.includes(error.keyword) &&
        (!isMissing || appendKey(place, String(error.params['missingProperty'])) === pointer),
    )
  );
}
