import { resolve, type Schema } from '../lib/description.js';
import { document, validatorOf } from './description.js';

/** A schema, and where the description has it as a JSON pointer (RFC 6901). */
export interface Place {
  readonly pointer: string;
  readonly schema: Schema;
}

/** A rule of a schema that a value breaks. */
export interface Breach {
  readonly keyword: string;
  /** What the keyword says; of `required`, the names that are missing. */
  readonly limit: unknown;
}

/** A schema that speaks of a value. */
export interface Visit extends Place {
  /** Where the value is: documented names joined by dots, `*` for the items of a list; '' for all of it. */
  readonly path: string;
  readonly value: unknown;
  /** What of the schema's own rules the value breaks; those on what is inside it have visits of their own. */
  readonly breaches: readonly Breach[];
}

/**
 * Walks a schema along a value: every schema of the description that speaks of it or of a part of it. Of
 * alternatives all that fit are walked, or else the one that comes nearest.
 */
export function inspect(place: Place, value: unknown, path = ''): Visit[] {
  return [
    { ...place, path, value, breaches: breachesOf(place.schema, value) },
    ...alongside(place).flatMap((next) => inspect(next, value, path)),
    ...nearest(members(place, 'anyOf'), value, path),
    ...parts(place, value).flatMap(([name, next, part]) =>
      inspect(next, part, path === '' ? name : `${path}.${name}`),
    ),
  ];
}

/** What else holds for the same value. */
function alongside({ pointer, schema }: Place): Place[] {
  const { $ref } = schema;
  const target =
    $ref === undefined ? [] : [{ pointer: $ref.slice(1), schema: resolve<Schema>(document, { $ref }) }];
  return [...target, ...members({ pointer, schema }, 'allOf')];
}

function members({ pointer, schema }: Place, keyword: 'allOf' | 'anyOf'): Place[] {
  const schemas = (schema[keyword] ?? []) as readonly Schema[];
  return schemas.map((member, index) => ({ pointer: `${pointer}/${keyword}/${index}`, schema: member }));
}

/** The parts of a value that are described, with their names. */
function parts({ pointer, schema }: Place, value: unknown): [name: string, place: Place, part: unknown][] {
  if (Array.isArray(value)) {
    const items = schema['items'] as Schema | undefined;
    return items ? value.map((item) => ['*', { pointer: `${pointer}/items`, schema: items }, item]) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  return Object.entries(properties)
    .filter(([name]) => Object.hasOwn(value, name))
    .map(([name, property]) => [
      name,
      { pointer: `${pointer}/properties/${name}`, schema: property },
      (value as Record<string, unknown>)[name],
    ]);
}

function nearest(alternatives: readonly Place[], value: unknown, path: string): Visit[] {
  const walks = alternatives.map((place) => inspect(place, value, path));
  const fitting = walks.filter((visits) => visits.every(({ breaches }) => breaches.length === 0));
  if (fitting.length > 0) return fitting.flat();
  const [best = []] = walks.sort((one, other) => distance(one, path) - distance(other, path));
  return best;
}

/**
 * How far a value is from an alternative: how many rules it breaks, each name that is missing counted. One
 * of another type is further away than any of the same.
 */
function distance(visits: readonly Visit[], path: string): number {
  const another = visits.some((visit) => visit.path === path && visit.breaches.some(isOfType));
  if (another) return Number.MAX_SAFE_INTEGER;
  return visits.flatMap(({ breaches }) => breaches.flatMap(weights)).length;
}

function weights({ keyword, limit }: Breach): unknown[] {
  return keyword === 'required' ? [limit].flat() : [keyword];
}

function isOfType({ keyword }: Breach): boolean {
  return keyword === 'type';
}

function breachesOf(schema: Schema, value: unknown): Breach[] {
  const validate = validatorOf(ownRules(schema));
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const keywords = new Set(errors.map(({ keyword }) => keyword));
  // What else is said of a value holds for those of its type.
  const broken = keywords.has('type') ? ['type'] : [...keywords];
  return broken.map((keyword) => ({
    keyword,
    limit:
      keyword === 'required'
        ? errors.flatMap(({ params }) => params['missingProperty'] ?? [])
        : schema[keyword],
  }));
}

/** Keywords that lead to other schemas. */
const APPLICATORS = new Set([
  '$ref',
  'allOf',
  'anyOf',
  'properties',
  'items',
  'additionalProperties',
  'unevaluatedProperties',
]);

// Validators are kept by the identity of their schemas.
const rules = new WeakMap<Schema, Schema>();

/** What a schema says of a value itself. */
function ownRules(schema: Schema): Schema {
  const known = rules.get(schema);
  if (known) return known;
  const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !APPLICATORS.has(keyword)));
  rules.set(schema, own);
  return own;
}
