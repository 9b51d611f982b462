import { compileValidator, document } from '../../../contract/src/conformance/description.js';
import { resolve, type Schema } from '../../../scripts/lib/description.js';

/** The keywords that limit a value. */
export const LIMITS = [
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'enum',
  'const',
  'format',
  'minItems',
  'minProperties',
] as const;
export type Limit = (typeof LIMITS)[number];

/** A limit of the description, and values beside it. */
export interface Boundary {
  /** The names that lead to the value; `*` for the first item of an array. */
  readonly path: readonly string[];
  readonly keyword: Limit;
  /** A body that is valid, with a value just inside the limit. */
  readonly inside: unknown;
  /** The same body with the value just outside. */
  readonly outside: unknown;
  /** What is said of it: `source.phone.number: minLength 6`. */
  readonly name: string;
}

/**
 * Lists all limits that a schema sets to a value and its parts, each with two bodies that differ in one value.
 *
 * @param base A valid value in which the limited ones are placed; by default the smallest one.
 */
export function listBoundaries(schema: Schema, base?: unknown): Boundary[] {
  return walk(schema, [], (inner) => inner, base);
}

type Place = (value: unknown) => unknown;

/** @param above The references that were followed: a part that holds what it is a part of has no limits of its own. */
function walk(
  schema: Schema,
  path: readonly string[],
  place: Place,
  base?: unknown,
  above: readonly string[] = [],
): Boundary[] {
  const own = LIMITS.filter((keyword) => schema[keyword] !== undefined).map((keyword): Boundary => {
    const { inside, outside } = besides(schema, keyword);
    const name = `${path.join('.') || 'the body'}: ${keyword} ${JSON.stringify(schema[keyword])}`;
    return { path, keyword, inside: place(inside), outside: place(outside), name };
  });
  const { $ref, allOf = [], anyOf = [], items } = schema as Applicators;
  if ($ref !== undefined && above.includes($ref)) return own;
  const target = $ref === undefined ? [] : [resolve<Schema>(document, { $ref })];
  const trail = $ref === undefined ? above : [...above, $ref];
  const valid = base ?? smallest(schema);
  return [
    ...own,
    ...[...target, ...allOf].flatMap((one) => walk(one, path, place, valid, trail)),
    ...anyOf.flatMap((one) => walk(one, path, place, undefined, trail)),
    ...Object.entries(propertiesOf(schema)).flatMap(([name, property]) =>
      walk(
        property,
        [...path, name],
        (value) => place({ ...Object(valid), [name]: value }),
        undefined,
        trail,
      ),
    ),
    ...(items ? walk(items, [...path, '*'], (value) => place([value]), undefined, trail) : []),
  ];
}

interface Applicators {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
}

/** Finds a value just inside and one just outside of a limit. */
function besides(schema: Schema, keyword: Limit): { inside: unknown; outside: unknown } {
  const limit = Number(schema[keyword]);
  const step = schema['multipleOf'] !== undefined || schema.type === 'integer' ? 1 : 0.01;
  const valid = smallest(schema);
  switch (keyword) {
    case 'pattern':
      return { inside: valid, outside: nearMiss(schema, String(valid)) };
    case 'minLength':
      return { inside: resize(valid, limit), outside: resize(valid, limit - 1) };
    case 'maxLength':
      return { inside: resize(valid, limit), outside: resize(valid, limit + 1) };
    case 'minimum':
      return { inside: limit, outside: limit - step };
    case 'maximum':
      return { inside: limit, outside: limit + step };
    case 'multipleOf':
      return { inside: limit * 3, outside: limit * 3.5 };
    case 'minItems':
      return { inside: new Array(limit).fill('any'), outside: new Array(limit - 1).fill('any') };
    case 'minProperties':
      return { inside: fill(limit), outside: fill(limit - 1) };
    case 'enum':
    case 'const':
      return { inside: valid, outside: `${valid}s` };
    case 'format':
      return { inside: valid, outside: schema['format'] === 'uri' ? 'payments/1' : `${valid} o'clock` };
  }
}

/** Shortens or lengthens a string. */
function resize(value: unknown, length: number): string {
  const text = String(value);
  return text.slice(0, length).padEnd(length, text.at(-1) ?? 'x');
}

/** Changes one character of a string so that it breaks its pattern, and no other limit. */
function nearMiss(schema: Schema, value: string): string {
  const changed = [value.toLowerCase(), value.toUpperCase(), `${value.slice(0, -1)}!`, value.slice(0, -1)];
  const isWithinOthers = compileValidator({ ...schema, pattern: '' });
  const found = changed.find(
    (one) => !new RegExp(schema.pattern ?? '', 'u').test(one) && isWithinOthers(one),
  );
  if (found === undefined) throw new Error(`${schema.pattern} has no near miss.`);
  return found;
}

function fill(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`member${index}`, {}]));
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-03-01T09:00:00Z',
  date: '2026-03-01',
  email: 'a.b@example.com',
  uri: 'https://api.example.com/payments',
};

/** Builds the smallest valid value of a schema: required members alone. */
function smallest(schema: Schema): unknown {
  const { $ref, allOf = [], anyOf = [] } = schema as Applicators;
  if ($ref !== undefined) {
    const target = resolve<Schema>(document, { $ref });
    return smallest({ ...target, ...schema, $ref: undefined } as unknown as Schema);
  }
  if (anyOf.length > 0) return smallest(anyOf[0] as Schema);
  if (allOf.length > 0) return Object.assign({}, ...allOf.map((one) => smallest(one)));
  if (schema['const'] !== undefined) return schema['const'];
  const [value] = [...(schema.examples ?? []), ...(schema.enum ?? [])];
  if (value !== undefined) return value;
  switch ([schema.type].flat()[0]) {
    case 'string':
      return FORMATS[String(schema['format'])] ?? readPatternSample(schema.pattern) ?? 'any';
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return new Array((schema['minItems'] as number | undefined) ?? 0).fill('any');
    default:
      return smallestObject(schema);
  }
}

function smallestObject(schema: Schema): object {
  const properties = propertiesOf(schema);
  const required = ((schema['required'] ?? []) as readonly string[]).map((name) => [
    name,
    smallest(properties[name] ?? {}),
  ]);
  const least = Number(schema['minProperties'] ?? 0);
  return { ...fill(Math.max(least - required.length, 0)), ...Object.fromEntries(required) };
}

/** A value for each pattern of a field without an example. */
function readPatternSample(pattern: string | undefined): string | undefined {
  const samples = ['USD', '1771063200', '0123456789abcdef'.repeat(4)];
  return pattern && samples.find((sample) => new RegExp(pattern, 'u').test(sample));
}
