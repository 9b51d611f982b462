import { expect, it } from 'vitest';
import { document } from '../../contract/src/conformance/description.js';
import { documentedResponses } from '../../contract/src/conformance/testing/documented-responses.js';
import type { Schema } from '../../scripts/lib/description.js';
import { REFERENCES } from './testing/references.js';

interface Reference {
  readonly place: string;
  readonly field: string;
  readonly target: string;
}

/** Lists the references in a schema: `*` is an item of a list, and a number after `|` an alternative. */
function listReferences(schema: Schema, place: string, field: string): Reference[] {
  const { $ref, properties = {}, items } = schema as Schema & { properties?: object; items?: Schema };
  if (typeof $ref === 'string') return [{ place, field, target: nameOf($ref) }];
  const alternatives = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (schema[key] ?? []) as Schema[]);
  return [
    ...Object.entries<Schema>(Object(properties)).flatMap(([name, one]) =>
      listReferences(one, `${place}.${name}`, name),
    ),
    ...(items ? listReferences(items, `${place}.*`, field) : []),
    ...alternatives.flatMap((one, index) => listReferences(one, `${place}|${index}`, field)),
  ];
}

/** The name of a component: the last part of a reference to it. */
function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}

/** `billing_descriptor` → `BillingDescriptor` */
function toSchemaName(field: string): string {
  return field.replace(/(?:^|_)+([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

it('a field refers to the schema of its name, or to the one that was decided', () => {
  const references = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    listReferences(schema, name, name),
  );
  const others = references.filter(({ field, target }) => toSchemaName(field) !== target);
  expect(Object.fromEntries(others.map(({ place, target }) => [place, target]))).toEqual(REFERENCES);
  expect(references.length).toBeGreaterThan(others.length);
});

it('a header of a response refers to the component of its name', () => {
  const headers = documentedResponses.flatMap(({ response }) =>
    Object.entries<{ $ref: string }>(Object(response).headers ?? {}),
  );
  const found = new Set(headers.map(([name, { $ref }]) => `${name}: ${nameOf($ref)}`));
  expect([...found].sort()).toEqual(['Cko-Request-Id: RequestId', 'Cko-Version: Version']);
});
