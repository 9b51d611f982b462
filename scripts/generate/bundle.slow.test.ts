import { describe, expect, it } from 'vitest';
import { type Document, resolve, type Schema } from '../lib/description.js';
import { bundle } from './bundle.js';

describe('the bundled description', () => {
  it('describes every schema and every property', async () => {
    const document = await bundle();
    const undescribed = Object.entries(document.components.schemas).flatMap(([name, schema]) => [
      ...(schema.description ? [] : [name]),
      ...Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(
        ([property, value]) => (hasDescription(document, value) ? [] : [`${name}.${property}`]),
      ),
    ]);
    expect(undescribed).toEqual([]);
  });
});

/** Tells whether a property has a description, itself or through its reference. */
function hasDescription(document: Document, property: Schema): boolean {
  const alternatives = (property['anyOf'] ?? [property]) as readonly Schema[];
  return [property, ...alternatives].some((one) => resolve<Schema>(document, one as never).description);
}
