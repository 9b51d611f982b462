import { type Document, type Reference, resolve, type Schema } from '../lib/description.js';
import { listSchemasByUse } from './reachable.js';

/** A field that a form of a response requires, and not every form does. */
export interface FormField {
  readonly name: string;
  /** The JSON type of its value; undefined where that can be one of several. */
  readonly type: string | undefined;
}

/** Lists the forms of each response that has several, by schema, each with the fields that tell it from others. */
export function listForms(document: Document): Map<string, readonly FormField[]> {
  const { responses } = listSchemasByUse(document);
  return new Map(
    Object.values(document.components.schemas)
      .filter((schema) => responses.has(schema))
      .flatMap((schema) => compareForms(document, (schema['anyOf'] ?? schema['oneOf'] ?? []) as Reference[])),
  );
}

function compareForms(document: Document, references: readonly Reference[]): [string, FormField[]][] {
  if (!references.every(({ $ref }) => $ref)) return [];
  const forms = references.map((reference) => ({
    name: reference.$ref.split('/').at(-1) ?? '',
    fields: listRequired(document, reference),
  }));
  return forms.map(({ name, fields }) => [
    name,
    [...fields]
      .filter(([field]) => !forms.every((form) => form.fields.has(field)))
      .map(([field, type]) => ({ name: field, type })),
  ]);
}

/** Lists the required fields of an object with their types. */
function listRequired(document: Document, reference: Schema | Reference): Map<string, string | undefined> {
  const schema = resolve<Schema>(document, reference as Reference);
  const {
    required = [],
    properties = {},
    allOf = [],
  } = schema as {
    required?: readonly string[];
    properties?: Readonly<Record<string, Schema>>;
    allOf?: readonly Schema[];
  };
  return new Map([
    ...allOf.flatMap((part) => [...listRequired(document, part)]),
    ...required.map((name): [string, string | undefined] => [
      name,
      readType(resolve<Schema>(document, (properties[name] ?? {}) as Reference)),
    ]),
  ]);
}

function readType({ type }: Schema): string | undefined {
  if (typeof type !== 'string') return undefined;
  return type === 'integer' ? 'number' : type;
}
