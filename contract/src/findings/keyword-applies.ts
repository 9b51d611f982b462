import { resolve, type Schema } from '../../../scripts/lib/description.js';
import { document } from '../conformance/description.js';

/** @param names The names of the documented properties. */
type Applies = (value: unknown, names: readonly string[]) => boolean;

const isString: Applies = (value) => typeof value === 'string';
const isNumber: Applies = (value) => typeof value === 'number';
const isArray: Applies = (value) => Array.isArray(value);
const isObject: Applies = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasDocumented: Applies = (value, names) =>
  isObject(value, names) && names.some((name) => Object.hasOwn(Object(value), name));
const hasUndocumented: Applies = (value, names) =>
  isObject(value, names) && Object.keys(Object(value)).some((name) => !names.includes(name));

/** The values that each keyword constrains, according to JSON Schema. */
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

/** Returns true when a keyword of a schema constrains a value. */
export function keywordApplies(keyword: string, schema: Schema, value: unknown): boolean {
  const { properties = {} } = {
    ...(schema.$ref ? resolve<Schema>(document, { $ref: schema.$ref }) : {}),
    ...schema,
  };
  const applies = KEYWORDS[keyword];
  return applies === undefined || applies(value, Object.keys(properties as object));
}
