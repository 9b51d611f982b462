import fc from 'fast-check';
import { compileValidator } from '../../../contract/src/conformance/description.js';
import type { Schema } from '../../../scripts/lib/description.js';
import { allowedTypes, type FlatSchema, flattenSchema } from './flatten-schema.js';
import { numberValues } from './number-values.js';
import { stringValues } from './string-values.js';

/** How values are made where a schema leaves a choice. */
export interface ValueChoices {
  /** Which optional properties a value has. @default 'some' */
  readonly optional?: 'all' | 'none' | 'some';
  /** Whether objects have fields that their schema does not name, where it allows them. @default true */
  readonly extraFields?: boolean;
  /**
   * Values that are preferred at a place, by its JSON pointer without the indexes of arrays. They are used nine times
   * out of ten, and always with `optional: 'all'` and `'none'`.
   */
  readonly preferred?: Readonly<Record<string, fc.Arbitrary<unknown>>>;
}

/** Types of JSON, with the keywords that only concern values of this type. */
const KEYWORDS_BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['pattern', 'format', 'minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'multipleOf'],
};

/** How deep values of optional properties are nested. */
const MAX_DEPTH = 5;

/** Fields that no schema names. Values of JSON are of every type, and may be nested. */
const extraFieldNames = fc.oneof(
  fc.constantFrom('x_extra', 'x-extra', 'constructor', 'toString', '', ' ', 'é'),
  fc.string({ minLength: 1, maxLength: 8 }).map((name) => `x_${name}`),
);
// JSON has no -0.
const jsonValues = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
const jsonObjects = fc.dictionary(extraFieldNames, jsonValues, { maxKeys: 3, noNullPrototype: true });

/** Values that a schema of the description allows, each confirmed by Ajv. */
export function validValues(schema: Schema, choices: ValueChoices = {}): fc.Arbitrary<unknown> {
  const validate = compileValidator(schema);
  return generate(schema, choices, '', 0).filter((value) => validate(value));
}

function generate(
  schema: Schema,
  choices: ValueChoices,
  pointer: string,
  depth: number,
): fc.Arbitrary<unknown> {
  const preferred = choices.preferred?.[pointer];
  if (preferred && (choices.optional ?? 'some') !== 'some') return preferred;
  const values = generateFlat(flattenSchema(schema), choices, pointer, depth);
  return preferred ? fc.oneof({ weight: 9, arbitrary: preferred }, { weight: 1, arbitrary: values }) : values;
}

function generateFlat(
  schema: FlatSchema,
  choices: ValueChoices,
  pointer: string,
  depth: number,
): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const { anyOf, oneOf, ...rest } = schema;
  const alternatives = anyOf ?? oneOf;
  if (alternatives) {
    const merged = alternatives.map((one) =>
      generateFlat(flattenSchema({ allOf: [one, rest] }), choices, pointer, depth),
    );
    return fc.oneof(...merged);
  }
  const types = allowedTypes(schema) ?? inferTypes(schema);
  return fc.oneof(...types.map((type) => generateType(type, schema, choices, pointer, depth)));
}

/** The types of a schema that does not name them: that of its keywords, or any. */
function inferTypes(schema: FlatSchema): readonly string[] {
  const inferred = Object.entries(KEYWORDS_BY_TYPE)
    .filter(([, keywords]) => keywords.some((keyword) => keyword in schema))
    .map(([type]) => type);
  return inferred.length > 0 ? inferred : ['any'];
}

function generateType(
  type: string,
  schema: FlatSchema,
  choices: ValueChoices,
  pointer: string,
  depth: number,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberValues(schema, type === 'integer');
    case 'string':
      return stringValues(schema);
    case 'array':
      return generateArray(schema, choices, pointer, depth);
    case 'object':
      return generateObject(schema, choices, pointer, depth);
    default:
      return jsonValues;
  }
}

function generateArray(
  { items, minItems = 0, maxItems, uniqueItems }: FlatSchema,
  choices: ValueChoices,
  pointer: string,
  depth: number,
): fc.Arbitrary<unknown> {
  const values = items ? generate(items, choices, pointer, depth + 1) : jsonValues;
  const least = choices.optional === 'all' ? Math.max(minItems, 1) : minItems;
  const most = choices.optional === 'some' || choices.optional === undefined ? least + 2 : least;
  const lengths = { minLength: least, maxLength: Math.min(maxItems ?? most, most) };
  return uniqueItems
    ? fc.uniqueArray(values, { ...lengths, selector: (value) => JSON.stringify(value) })
    : fc.array(values, lengths);
}

function generateObject(
  schema: FlatSchema,
  choices: ValueChoices,
  pointer: string,
  depth: number,
): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const presence = depth >= MAX_DEPTH ? 'none' : (choices.optional ?? 'some');
  const names = Object.keys(properties).filter((name) => presence !== 'none' || required.includes(name));
  const undescribed = required.filter((name) => !Object.hasOwn(properties, name));
  const fields = fc.record(
    Object.fromEntries([
      ...names.map((name) => [
        name,
        generate(properties[name] as Schema, choices, `${pointer}/${name}`, depth + 1),
      ]),
      ...undescribed.map((name) => [name, jsonValues]),
    ]) as Record<string, fc.Arbitrary<unknown>>,
    { requiredKeys: presence === 'all' ? [...names, ...undescribed] : [...required], noNullPrototype: true },
  );
  const complete = fields.map((object) => omitIncomplete(object, schema));
  const extras = generateExtraFields(schema, choices, Object.keys(properties).length === 0);
  return extras ? fc.tuple(extras, complete).map(([extra, object]) => ({ ...extra, ...object })) : complete;
}

/** Fields that a schema does not name; undefined when it allows none. An object without described fields mostly has some. */
function generateExtraFields(
  { additionalProperties, unevaluatedProperties }: FlatSchema,
  choices: ValueChoices,
  isOpen: boolean,
): fc.Arbitrary<object> | undefined {
  const rule = additionalProperties ?? unevaluatedProperties ?? true;
  if (choices.extraFields === false || rule === false) return undefined;
  const values = rule === true ? undefined : generate(rule, choices, '', MAX_DEPTH);
  const objects = values
    ? fc.dictionary(extraFieldNames, values, { maxKeys: 2, noNullPrototype: true })
    : jsonObjects;
  return isOpen
    ? objects
    : fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: objects });
}

/** Omits the properties that require others which are missing. */
function omitIncomplete(object: Record<string, unknown>, { dependentRequired = {} }: FlatSchema): object {
  const incomplete = Object.entries(dependentRequired)
    .filter(([name, others]) => name in object && others.some((other) => !(other in object)))
    .map(([name]) => name);
  if (incomplete.length === 0) return object;
  return omitIncomplete(
    Object.fromEntries(Object.entries(object).filter(([name]) => !incomplete.includes(name))),
    { dependentRequired },
  );
}
