import { describe, expect, it } from 'vitest';
import { document } from '../contract/src/conformance/description.js';
import type { Schema } from '../scripts/lib/description.js';

// Generated readers, such as those of Zod, keep the fields that a schema lists, and take the first variant that fits.

type Fields = Readonly<Record<string, Schema>>;

const list = (schema: Schema, ...keywords: readonly string[]) =>
  keywords.flatMap((keyword) => (schema[keyword] ?? []) as readonly Schema[]);

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

const schemas = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
  listSchemas(schema, name),
);

describe('a reader that keeps the listed fields and takes the first variant that fits', () => {
  it('finds in every object which fields there are, or that there are any', () => {
    const says = ['properties', 'additionalProperties', 'allOf', 'anyOf', 'oneOf'];
    const objects = schemas.filter(([, { type = [] }]) => [type].flat().includes('object'));
    const bare = objects.filter(([, schema]) => !says.some((keyword) => keyword in schema));
    expect(bare.map(([place]) => place)).toEqual([]);
    expect(objects.length).toBeGreaterThan(60);
  });
});
