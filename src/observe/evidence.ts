import { responseSchemas, type SchemaNode } from '../../generated/response-validators.js';
import { describeBrokenRule } from './describe-broken-rule.js';
import type { SchemaVisit } from './walk-schema.js';

/** What a response shows about an inferred element. */
export interface Evidence {
  /** The index of the element. */
  readonly mark: number | undefined;
  /** What does not match, '' where the status and the place say it; undefined when it matches. */
  readonly problem: string | undefined;
}

/** Returns whether a keyword constrains a value. `names` are those of the documented properties. */
type Applies = (value: unknown, names: readonly string[]) => boolean;

const isString: Applies = (value) => typeof value === 'string';
const isNumber: Applies = (value) => typeof value === 'number';
const isArray: Applies = (value) => Array.isArray(value);
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasDocumented: Applies = (value, names) =>
  isObject(value) && names.some((name) => Object.hasOwn(value, name));
const hasUndocumented: Applies = (value, names) =>
  isObject(value) && Object.keys(value).some((name) => !names.includes(name));

/** The values that keywords constrain, according to JSON Schema. All others constrain every value. */
const KEYWORDS: Readonly<Record<string, Applies>> = {
  pattern: isString,
  minLength: isString,
  maxLength: isString,
  minimum: isNumber,
  multipleOf: isNumber,
  minItems: isArray,
  required: isObject,
  properties: hasDocumented,
  additionalProperties: hasUndocumented,
  unevaluatedProperties: hasUndocumented,
};

/** Collects what the parts of a body show about the inferred elements that describe them. */
export function collectMarks(visits: readonly SchemaVisit[]): Evidence[] {
  const problems = new Map<string, { readonly keyword: string; readonly problem: string }[]>();
  for (const { pointer, value, brokenRules } of visits) {
    if (brokenRules.length === 0) continue;
    const found = brokenRules.map((rule) => ({
      keyword: rule.keyword,
      problem: describeBrokenRule(rule, value),
    }));
    problems.set(pointer, [...(problems.get(pointer) ?? []), ...found]);
  }
  return visits.flatMap(({ node, pointer, value }) => {
    const { mark, marks = {} } = node;
    const broken = problems.get(pointer) ?? [];
    return [
      { mark, problem: broken[0]?.problem },
      ...Object.entries(marks)
        .filter(([keyword]) => KEYWORDS[keyword]?.(value, listNames(node)) ?? true)
        .map(([keyword, index]) => ({
          mark: index,
          problem: broken.find((one) => one.keyword === keyword)?.problem,
        })),
    ];
  });
}

function listNames({ ref, properties }: SchemaNode): string[] {
  const target = ref === undefined ? undefined : responseSchemas[ref]?.properties;
  return Object.keys(properties ?? target ?? {});
}
