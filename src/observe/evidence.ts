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

/** Returns whether a keyword of a schema constrains a value. */
type Applies = (value: unknown, node: SchemaNode) => boolean;

const isString: Applies = (value) => typeof value === 'string';
const isNumber: Applies = (value) => typeof value === 'number';
const isArray: Applies = (value) => Array.isArray(value);
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasDocumented: Applies = (value, node) =>
  isObject(value) && listNames(node).some((name) => Object.hasOwn(value, name));
const hasUndocumented: Applies = (value, node) => {
  const names = listNames(node);
  return isObject(value) && Object.keys(value).some((name) => !names.includes(name));
};

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

interface Problem {
  readonly value: unknown;
  readonly keyword: string;
  readonly problem: string;
}

/** Collects what the parts of a body show about the inferred elements that describe them. */
export function collectMarks(visits: readonly SchemaVisit[]): Evidence[] {
  const problems = new Map<string, Problem[]>();
  for (const { pointer, value, brokenRules } of visits) {
    if (brokenRules.length === 0) continue;
    const found = brokenRules.map((rule) => ({
      value,
      keyword: rule.keyword,
      problem: describeBrokenRule(rule, value),
    }));
    problems.set(pointer, [...(problems.get(pointer) ?? []), ...found]);
  }
  const evidence: Evidence[] = [];
  for (const { node, pointer, value } of visits) {
    // The items of an array have one pointer, but each has its own value.
    const broken = problems.get(pointer)?.filter((one) => Object.is(one.value, value));
    if (node.mark !== undefined) evidence.push({ mark: node.mark, problem: broken?.[0]?.problem });
    for (const keyword in node.marks) {
      const mark = node.marks[keyword];
      if (KEYWORDS[keyword] && !KEYWORDS[keyword](value, node)) continue;
      evidence.push({ mark, problem: broken?.find((one) => one.keyword === keyword)?.problem });
    }
  }
  return evidence;
}

function listNames({ ref, properties }: SchemaNode): string[] {
  const target = ref === undefined ? undefined : responseSchemas[ref]?.properties;
  return Object.keys(properties ?? target ?? {});
}
