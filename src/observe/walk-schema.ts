import { responseSchemas, type SchemaNode, type Validator } from '../../generated/response-validators.js';

/** A rule of a schema that a value breaks. */
export interface BrokenRule {
  readonly keyword: string;
  /** The value of the keyword; for `required`, the names that are missing; undefined for an enum. */
  readonly expected: unknown;
}

/** A schema together with a value that it describes. */
export interface SchemaVisit {
  readonly node: SchemaNode;
  /**
   * The place of the value in the body, as a JSON pointer (RFC 6901) with `*` for the items of an array. It has
   * documented names alone.
   */
  readonly pointer: string;
  readonly value: unknown;
  /** The rules of this schema that the value breaks. Rules on its parts belong to other visits. */
  readonly brokenRules: readonly BrokenRule[];
}

/**
 * After how many visits no further items of an array are visited, so that no body can block the program for long. It
 * is twice as many as the longest documented page needs, of 100 payments.
 */
const MAX_VISITS = 10_000;

/**
 * Walks a schema along a value, and visits every schema with a mark or a broken rule that describes the value or a
 * part of it. Of several alternatives it visits all that match, or else the closest one.
 *
 * Most values break no rule, and a check takes time that calls need. So it does not create more than it must.
 *
 * @param visits The array that visits are added to.
 */
export function walkSchema(node: SchemaNode, value: unknown, pointer = '', visits: SchemaVisit[] = []) {
  const { rules, ref, allOf, anyOf, properties, items } = node;
  const brokenRules = rules && !rules(value) ? listBrokenRules(rules) : NONE;
  if (brokenRules !== NONE || node.mark !== undefined || node.marks) {
    visits.push({ node, pointer, value, brokenRules });
  }
  if (ref !== undefined) walkSchema(resolveNode(ref), value, pointer, visits);
  if (allOf) for (const next of allOf) walkSchema(next, value, pointer, visits);
  if (anyOf) walkAlternatives(anyOf, value, pointer, visits);
  if (items && Array.isArray(value)) {
    const below = `${pointer}/*`;
    for (const item of value) {
      if (visits.length >= MAX_VISITS) break;
      walkSchema(items, item, below, visits);
    }
  }
  if (properties && isObject(value)) {
    for (const name in properties) {
      const property = properties[name];
      if (property && Object.hasOwn(value, name)) {
        walkSchema(property, value[name], `${pointer}/${name}`, visits);
      }
    }
  }
  return visits;
}

const NONE: readonly BrokenRule[] = [];

function walkAlternatives(
  alternatives: readonly SchemaNode[],
  value: unknown,
  pointer: string,
  visits: SchemaVisit[],
): void {
  let hasMatch = false;
  for (const node of alternatives) {
    if (isRuledOut(node, value)) continue;
    const start = visits.length;
    walkSchema(node, value, pointer, visits);
    if (breaksRule(visits, start)) visits.length = start;
    else hasMatch = true;
  }
  if (hasMatch) return;
  let closest: readonly SchemaVisit[] = [];
  let shortest = Number.POSITIVE_INFINITY;
  for (const node of alternatives) {
    const walk = walkSchema(node, value, pointer);
    const length = distance(walk, pointer);
    if (length < shortest) [closest, shortest] = [walk, length];
  }
  visits.push(...closest);
}

/** Whether a value breaks the rules of a schema itself, often the names that it requires. */
function isRuledOut({ rules, ref }: SchemaNode, value: unknown): boolean {
  return (rules && !rules(value)) || (ref !== undefined && isRuledOut(resolveNode(ref), value));
}

function breaksRule(visits: readonly SchemaVisit[], start: number): boolean {
  for (let at = start; at < visits.length; at += 1) {
    if (visits[at]?.brokenRules !== NONE) return true;
  }
  return false;
}

function resolveNode(name: string): SchemaNode {
  return responseSchemas[name] ?? {};
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The distance of a value from an alternative: the number of rules that it breaks. The names that the value itself
 * lacks weigh more than all other rules, since they tell the forms of a payment apart. An alternative of another
 * type is further away than any of the same type.
 */
function distance(visits: readonly SchemaVisit[], pointer: string): number {
  const own = visits.filter((visit) => visit.pointer === pointer).flatMap(({ brokenRules }) => brokenRules);
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

function listBrokenRules({ errors }: Validator): BrokenRule[] {
  const found = errors ?? [];
  const keywords = new Set(found.map(({ keyword }) => keyword));
  // A value of another type breaks further rules only because of its type.
  return (keywords.has('type') ? ['type'] : [...keywords]).map((keyword) => {
    const params = found.filter((error) => error.keyword === keyword).map((error) => error.params);
    return {
      keyword,
      expected:
        keyword === 'required'
          ? params.map((one) => one['missingProperty'])
          : (params[0]?.['limit'] ?? params[0]?.[keyword]),
    };
  });
}
