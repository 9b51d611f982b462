import { describe, expect, it } from 'vitest';
import { compileValidator, document } from '../contract/src/conformance/description.js';
import { type Reference, resolve, type Schema } from '../scripts/lib/description.js';
import { requestExamples, responseExamples } from './testing/description-examples.js';

// Generated readers, such as those of Zod, keep the fields that a schema lists, and take the first variant that fits.

type Fields = Readonly<Record<string, Schema>>;
type Body = Readonly<Record<string, unknown>>;

const read = (schema: Schema) => resolve<Schema>(document, schema as Schema | Reference);
const list = (schema: Schema, ...keywords: readonly string[]) =>
  keywords.flatMap((keyword) => (schema[keyword] ?? []) as readonly Schema[]);
const variantsOf = (schema: Schema) => list(schema, 'anyOf', 'oneOf');
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that a schema lists, itself or through `allOf`. */
function fieldsOf(schema: Schema): Fields {
  const target = read(schema);
  const inherited = list(target, 'allOf').map(fieldsOf);
  return Object.assign({}, ...inherited, target['properties']);
}

/** Lists the schemas in a schema, by their places. */
function listSchemas(schema: Schema, place: string): [place: string, schema: Schema][] {
  const { properties = {}, items } = schema as Schema & { properties?: Fields; items?: Schema };
  return [
    [place, schema],
    ...Object.entries(properties).flatMap(([name, one]) => listSchemas(one, `${place}.${name}`)),
    ...(items ? listSchemas(items, `${place}.*`) : []),
    ...list(schema, 'allOf', 'anyOf', 'oneOf').flatMap((one, index) => listSchemas(one, `${place}|${index}`)),
  ];
}

/** Reads a value as such a reader does. */
function readStrictly(schema: Schema, value: unknown): unknown {
  const target = read(schema);
  const variant = variantsOf(target).find((one) => compileValidator(one)(value));
  if (variant) return readStrictly(variant, value);
  const items = target['items'] as Schema | undefined;
  if (Array.isArray(value)) return items ? value.map((item) => readStrictly(items, item)) : [];
  if (!isObject(value)) return value;
  const fields = fieldsOf(target);
  const kept = Object.entries(value).flatMap(([name, one]) => {
    const field = fields[name];
    if (field) return [[name, readStrictly(field, one)]];
    return target['additionalProperties'] === true ? [[name, one]] : [];
  });
  return Object.fromEntries(kept);
}

const schemas = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
  listSchemas(schema, name),
);

describe('a reader that keeps the listed fields and takes the first variant that fits', () => {
  it.each([...requestExamples, ...responseExamples])('loses nothing of the example $name', (example) => {
    expect(readStrictly(example.schema, example.value)).toEqual(example.value);
  });

  it('finds in every object which fields there are, or that there are any', () => {
    const says = ['properties', 'additionalProperties', 'allOf', 'anyOf', 'oneOf'];
    const objects = schemas.filter(([, { type = [] }]) => [type].flat().includes('object'));
    const bare = objects.filter(([, schema]) => !says.some((keyword) => keyword in schema));
    expect(bare.map(([place]) => place)).toEqual([]);
    expect(objects.length).toBeGreaterThan(60);
  });

  it('meets a variant that has all fields of another before that one', () => {
    const pairs = schemas.flatMap(([place, schema]) => {
      const variants = variantsOf(schema).map((one) => Object.keys(fieldsOf(one)));
      return variants.flatMap((richer, index) =>
        variants.flatMap((poorer, other) => {
          const isRicher = richer.length > poorer.length && poorer.every((name) => richer.includes(name));
          return isRicher && poorer.length > 0 ? [{ place, isFirst: index < other }] : [];
        }),
      );
    });
    expect(pairs.filter(({ isFirst }) => !isFirst)).toEqual([]);
    expect(pairs.map(({ place }) => place)).toEqual(['PaymentDetails', 'SearchItem']);
  });
});
