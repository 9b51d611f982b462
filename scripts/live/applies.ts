import { document } from '../conformance/description.js';
import { resolve, type Schema } from '../lib/description.js';

type Test = (value: unknown, names: readonly string[]) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number';
const isList: Test = (value) => Array.isArray(value);
const isObject: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasKnown: Test = (value, names) =>
  isObject(value, names) && names.some((name) => Object.hasOwn(Object(value), name));
const hasOther: Test = (value, names) =>
  isObject(value, names) && Object.keys(Object(value)).some((name) => !names.includes(name));

/** What a keyword says something of, as JSON Schema has it. */
const TESTS: Readonly<Record<string, Test>> = {
  pattern: isText,
  minLength: isText,
  maxLength: isText,
  minimum: isNumber,
  multipleOf: isNumber,
  minItems: isList,
  required: isObject,
  properties: hasKnown,
  additionalProperties: hasOther,
  unevaluatedProperties: hasOther,
};

/** Whether a keyword of a schema says anything of a value. */
export function applies(keyword: string, schema: Schema, value: unknown): boolean {
  const { properties = {} } = {
    ...(schema.$ref ? resolve<Schema>(document, { $ref: schema.$ref }) : {}),
    ...schema,
  };
  const test = TESTS[keyword];
  return test === undefined || test(value, Object.keys(properties as object));
}
