import { document } from '../../../contract/src/conformance/description.js';
import { resolve, type Schema } from '../../../scripts/lib/description.js';

/** A schema without `$ref` and `allOf`: their keywords are among its own. Typed with the keywords that are read. */
export interface FlatSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly additionalProperties?: boolean | Schema;
  readonly unevaluatedProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Keywords = Readonly<Record<string, unknown>>;

const flattened = new WeakMap<Schema, FlatSchema>();

/**
 * Merges a schema with those that it refers to and with those of its `allOf`. Where two of them have a keyword that
 * cannot be merged, such as two patterns, the first one counts: values that are made from it need a check.
 */
export function flattenSchema(schema: Schema): FlatSchema {
  const known = flattened.get(schema);
  if (known) return known;
  const { $ref, allOf = [], ...own } = schema;
  const others = [
    ...($ref === undefined ? [] : [resolve<Schema>(document, { $ref })]),
    ...(allOf as readonly Schema[]),
  ];
  const flat = others.map((one) => flattenSchema(one) as Keywords).reduce(mergeKeywords, own as Keywords);
  flattened.set(schema, flat as FlatSchema);
  return flat as FlatSchema;
}

/** The types of JSON that a schema allows; undefined when it does not restrict them. */
export function allowedTypes({ type }: FlatSchema): readonly string[] | undefined {
  return type === undefined ? undefined : [type].flat();
}

const MERGES: Readonly<Record<string, (one: never, other: never) => unknown>> = {
  type: (one: string | string[], other: string | string[]) => {
    const others = [other].flat();
    return [one].flat().filter((type) => others.includes(type));
  },
  enum: (one: unknown[], other: unknown[]) => one.filter((value) => other.includes(value)),
  required: (one: string[], other: string[]) => [...new Set([...one, ...other])],
  dependentRequired: (one: object, other: object) => ({ ...one, ...other }),
  properties: (one: Readonly<Record<string, Schema>>, other: Readonly<Record<string, Schema>>) => {
    const shared = Object.keys(one).filter((name) => Object.hasOwn(other, name));
    const merged = shared.map((name) => [name, { allOf: [one[name], other[name]] }]);
    return { ...one, ...other, ...Object.fromEntries(merged) };
  },
  additionalProperties: (one: boolean | Schema, other: boolean | Schema) => (one === true ? other : one),
  ...Object.fromEntries(
    ['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum'].map((name) => [name, Math.max]),
  ),
  ...Object.fromEntries(
    ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum'].map((name) => [name, Math.min]),
  ),
};

function mergeKeywords(one: Keywords, other: Keywords): Keywords {
  const shared = Object.keys(one).filter((name) => Object.hasOwn(other, name));
  const merged = shared.map((name) => {
    const merge = MERGES[name] as ((one: unknown, other: unknown) => unknown) | undefined;
    return [name, merge ? merge(one[name], other[name]) : one[name]];
  });
  return { ...other, ...one, ...Object.fromEntries(merged) };
}
