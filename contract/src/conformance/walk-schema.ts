import { resolve, type Schema } from '../../../scripts/lib/description.js';
import { compileValidator, document } from './description.js';

/** A schema, and its place in the description as a JSON pointer (RFC 6901). */
export interface SchemaLocation {
  readonly pointer: string;
  readonly schema: Schema;
}

/** A rule of a schema that a value breaks. */
export interface BrokenRule {
  readonly keyword: string;
  /** The value of the keyword; for `required`, the names that are missing. */
  readonly expected: unknown;
}

/** A schema together with a value that it describes. */
export interface SchemaVisit extends SchemaLocation {
  /** The path of the value: documented names joined by dots, `*` for array items, '' for the whole value. */
  readonly path: string;
  readonly value: unknown;
  /** The rules of this schema that the value breaks. Rules on its parts belong to other visits. */
  readonly brokenRules: readonly BrokenRule[];
}

/**
 * Walks a schema along a value and visits every schema of the description that describes the value or a part
 * of it. Of several alternatives it visits all that match, or else the closest one.
 */
export function walkSchema(location: SchemaLocation, value: unknown, path = ''): SchemaVisit[] {
  const visits: SchemaVisit[] = [];
  visit(location, value, path, visits);
  return visits;
}

function visit(location: SchemaLocation, value: unknown, path: string, visits: SchemaVisit[]): void {
  const { pointer, schema } = location;
  visits.push({ pointer, schema, path, value, brokenRules: findBrokenRules(schema, value) });
  for (const next of sameValueLocations(location)) visit(next, value, path, visits);
  // As arguments of one call, the visits of a long list would overflow the stack.
  for (const one of walkAlternatives(subschemas(location, 'anyOf'), value, path)) visits.push(one);
  for (const [name, next, part] of describedParts(location, value)) {
    visit(next, part, path === '' ? name : `${path}.${name}`, visits);
  }
}

/** The schemas that also apply to the same value. */
function sameValueLocations({ pointer, schema }: SchemaLocation): SchemaLocation[] {
  const { $ref } = schema;
  const target =
    $ref === undefined ? [] : [{ pointer: $ref.slice(1), schema: resolve<Schema>(document, { $ref }) }];
  return [...target, ...subschemas({ pointer, schema }, 'allOf')];
}

function subschemas({ pointer, schema }: SchemaLocation, keyword: 'allOf' | 'anyOf'): SchemaLocation[] {
  const schemas = (schema[keyword] ?? []) as readonly Schema[];
  return schemas.map((member, index) => ({ pointer: `${pointer}/${keyword}/${index}`, schema: member }));
}

/** The parts of a value that the schema describes, with their names. */
function describedParts(
  { pointer, schema }: SchemaLocation,
  value: unknown,
): [name: string, location: SchemaLocation, part: unknown][] {
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

function walkAlternatives(
  alternatives: readonly SchemaLocation[],
  value: unknown,
  path: string,
): SchemaVisit[] {
  const walks = alternatives.map((location) => walkSchema(location, value, path));
  const matching = walks.filter((visits) => visits.every(({ brokenRules }) => brokenRules.length === 0));
  if (matching.length > 0) return matching.flat();
  const [closest = []] = walks.sort((one, other) => distance(one, path) - distance(other, path));
  return closest;
}

/**
 * The distance of a value from an alternative: the number of rules that it breaks. The names that the value itself
 * lacks weigh more than all other rules, since they tell the forms of a payment apart. An alternative of another
 * type is further away than any of the same type.
 */
function distance(visits: readonly SchemaVisit[], path: string): number {
  const own = visits.filter((visit) => visit.path === path).flatMap(({ brokenRules }) => brokenRules);
  if (own.some(({ keyword }) => keyword === 'type')) return Number.MAX_SAFE_INTEGER;
  return (
    countRules(own.filter(({ keyword }) => keyword === 'required')) * 1_000_000 +
    countRules(visits.flatMap(({ brokenRules }) => brokenRules))
  );
}

/** Counts broken rules, each missing name by itself. */
function countRules(brokenRules: readonly BrokenRule[]): number {
  return brokenRules.flatMap(({ keyword, expected }) => (keyword === 'required' ? expected : keyword)).length;
}

function findBrokenRules(schema: Schema, value: unknown): BrokenRule[] {
  const validate = compileValidator(ownRules(schema));
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const keywords = new Set(errors.map(({ keyword }) => keyword));
  // A value of another type breaks further rules only because of its type.
  const broken = keywords.has('type') ? ['type'] : [...keywords];
  return broken.map((keyword) => ({
    keyword,
    expected:
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

// Validators are cached by the identity of their schema.
const rules = new WeakMap<Schema, Schema>();

/** The rules of a schema without those of the schemas that it leads to. */
function ownRules(schema: Schema): Schema {
  const cached = rules.get(schema);
  if (cached) return cached;
  const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !APPLICATORS.has(keyword)));
  rules.set(schema, own);
  return own;
}
