import { responseSchemas, type SchemaNode } from '../../generated/response-validators.js';

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
 * Walks a schema along a value and visits every schema that describes the value or a part of it. Of several
 * alternatives it visits all that match, or else the closest one.
 */
export function walkSchema(node: SchemaNode, value: unknown, pointer = ''): SchemaVisit[] {
  const { ref, allOf = [], anyOf = [] } = node;
  const target = ref === undefined ? undefined : responseSchemas[ref];
  return [
    { node, pointer, value, brokenRules: findBrokenRules(node, value) },
    ...(target ? [target, ...allOf] : allOf).flatMap((next) => walkSchema(next, value, pointer)),
    ...walkAlternatives(anyOf, value, pointer),
    ...walkParts(node, value, pointer),
  ];
}

function walkParts({ properties = {}, items }: SchemaNode, value: unknown, pointer: string): SchemaVisit[] {
  if (Array.isArray(value)) {
    return items ? value.flatMap((item) => walkSchema(items, item, `${pointer}/*`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(properties).flatMap(([name, property]) =>
    Object.hasOwn(value, name)
      ? walkSchema(property, (value as Readonly<Record<string, unknown>>)[name], `${pointer}/${name}`)
      : [],
  );
}

function walkAlternatives(
  alternatives: readonly SchemaNode[],
  value: unknown,
  pointer: string,
): SchemaVisit[] {
  const walks = alternatives.map((node) => walkSchema(node, value, pointer));
  const matching = walks.filter((visits) => visits.every(({ brokenRules }) => brokenRules.length === 0));
  if (matching.length > 0) return matching.flat();
  const [closest = []] = walks.sort((one, other) => distance(one, pointer) - distance(other, pointer));
  return closest;
}

/**
 * The distance of a value from an alternative: the number of rules that it breaks, each missing name counted. An
 * alternative of another type is further away than any of the same type.
 */
function distance(visits: readonly SchemaVisit[], pointer: string): number {
  const isOfOtherType = visits.some(
    (visit) => visit.pointer === pointer && visit.brokenRules.some(({ keyword }) => keyword === 'type'),
  );
  if (isOfOtherType) return Number.MAX_SAFE_INTEGER;
  return visits.flatMap(({ brokenRules }) =>
    brokenRules.flatMap(({ keyword, expected }) => (keyword === 'required' ? expected : keyword)),
  ).length;
}

function findBrokenRules({ rules }: SchemaNode, value: unknown): BrokenRule[] {
  if (!rules || rules(value)) return [];
  const errors = rules.errors ?? [];
  const keywords = new Set(errors.map(({ keyword }) => keyword));
  // A value of another type breaks further rules only because of its type.
  return (keywords.has('type') ? ['type'] : [...keywords]).map((keyword) => {
    const params = errors.filter((error) => error.keyword === keyword).map((error) => error.params);
    return {
      keyword,
      expected:
        keyword === 'required'
          ? params.map((one) => one['missingProperty'])
          : (params[0]?.['limit'] ?? params[0]?.[keyword]),
    };
  });
}
