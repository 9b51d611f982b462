import { responseSchemas, type SchemaNode } from '../../generated/response-validators.js';
import { describeBrokenRule } from './describe-broken-rule.js';
import { isObject, type SchemaVisit } from './walk-schema.js';

/** What a response shows about an inferred element. */
export interface Evidence {
  /** The index of the element. */
  readonly mark: number | undefined;
  /** What does not match, '' where the status and the place say it; undefined when it matches. */
  readonly problem: string | undefined;
}

/** Whether a keyword of a schema constrains a value. */
type Applies = (value: unknown, node: SchemaNode) => boolean;

const isString: Applies = (value) => typeof value === 'string';
const isNumber: Applies = (value) => typeof value === 'number';
const isArray: Applies = (value) => Array.isArray(value);
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

/** Collects what the parts of a body show about the inferred elements that describe them. */
export function collectMarks(visits: readonly SchemaVisit[]): Evidence[] {
  const problems = collectProblems(visits);
  const evidence: Evidence[] = [];
  for (const { node, pointer, value } of visits) {
    const ofValue = problems.get(value);
    if (node.mark !== undefined) evidence.push({ mark: node.mark, problem: ofValue?.get(pointer) });
    for (const keyword in node.marks) {
      const mark = node.marks[keyword];
      if (KEYWORDS[keyword] && !KEYWORDS[keyword](value, node)) continue;
      evidence.push({ mark, problem: ofValue?.get(`${pointer} ${keyword}`) });
    }
  }
  return evidence;
}

/**
 * Collects the first problem of each place, and of each of its keywords. They are kept by values, since the items of
 * an array have one pointer: a search among the problems of a long array would block the program.
 */
function collectProblems(visits: readonly SchemaVisit[]): Map<unknown, Map<string, string>> {
  const problems = new Map<unknown, Map<string, string>>();
  for (const { pointer, value, brokenRules } of visits) {
    if (brokenRules.length === 0) continue;
    const ofValue = problems.get(value) ?? new Map<string, string>();
    problems.set(value, ofValue);
    for (const rule of brokenRules) {
      const problem = describeBrokenRule(rule, value);
      for (const key of [pointer, `${pointer} ${rule.keyword}`]) {
        if (!ofValue.has(key)) ofValue.set(key, problem);
      }
    }
  }
  return problems;
}

function listNames({ ref, properties }: SchemaNode): string[] {
  const target = ref === undefined ? undefined : responseSchemas[ref]?.properties;
  return Object.keys(properties ?? target ?? {});
}
