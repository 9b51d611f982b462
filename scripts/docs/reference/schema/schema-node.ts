import type { Document, Schema } from '../../../lib/description.js';
import { appendKey } from '../../../lib/json-pointer.js';
import type { InferredElement } from '../../provenance/inferred-parts.js';
import { hasNullForm, type Layer, listForms, openSchema, readKeyword } from './layers.js';
import { findMarkOf, type InferredElements, type Origin, readOrigin } from './origin.js';

/** The description, and the marks of what the page does not state. */
export interface Source {
  readonly document: Document;
  readonly elements: InferredElements;
}

/** A schema with everything that applies to it. */
export interface SchemaNode {
  /** The name of its model, if it has one. */
  readonly model: string | undefined;
  readonly title: string | undefined;
  /** Its JSON types; none when its forms have them. */
  readonly types: readonly string[];
  /** Markdown; empty when there is none. */
  readonly description: string;
  /** The keywords that say what a value must be like. */
  readonly keywords: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** The fields of an object. */
  readonly fields: readonly Field[];
  /** The items of an array. */
  readonly items: SchemaNode | undefined;
  /** The forms that a value can have, if there is more than one. */
  readonly forms: readonly SchemaNode[];
}

/** A field of an object. */
export interface Field extends SchemaNode {
  readonly name: string;
  readonly required: boolean;
  /** The fields with which it is required. */
  readonly requiredWith: readonly string[];
}

/** Returns the documented values of a field, or of the items of an array; none when there is no enum. */
export function listEnumValues({ keywords, items }: SchemaNode): readonly unknown[] {
  return (keywords['enum'] ?? items?.keywords['enum'] ?? []) as readonly unknown[];
}

const MODEL = /^#\/components\/schemas\/(\w+)$/;

/** Keywords that are properties of a node, and those that only tools read. */
const STRUCTURE = new Set([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'type', 'title', 'description'],
  ...['properties', 'required', 'dependentRequired', 'items', 'x-inferred'],
]);

/**
 * Reads a schema and everything below it.
 *
 * @param inherited The mark of the object that it belongs to.
 * @param trail The models that it is part of, to stop at one that contains itself.
 */
export function readSchema(
  source: Source,
  schema: Schema,
  pointer: string,
  inherited?: InferredElement,
  trail: readonly string[] = [],
): SchemaNode {
  const layers = openSchema(source.document, schema, pointer);
  const models = layers.flatMap((layer) => MODEL.exec(layer.pointer)?.[1] ?? []);
  const origin = readOrigin(layers, source.elements, inherited);
  const isCyclic = models.some((model) => trail.includes(model));
  const below = { source, layers, origin, trail: [...trail, ...models] };
  return {
    model: models[0],
    title: readKeyword(layers, 'title') as string | undefined,
    types: readTypes(layers),
    description: String(readKeyword(layers, 'description') ?? ''),
    keywords: readConstraints(layers),
    origin,
    fields: isCyclic ? [] : readFields(below),
    items: isCyclic ? undefined : readItems(below),
    forms: isCyclic ? [] : readForms(below),
  };
}

/** A schema that is being read. */
interface OpenedSchema {
  readonly source: Source;
  readonly layers: readonly Layer<Schema>[];
  readonly origin: Origin;
  readonly trail: readonly string[];
}

function readTypes(layers: readonly Layer<Schema>[]): string[] {
  const types = [readKeyword(layers, 'type') ?? []].flat() as string[];
  return [...new Set([...types, ...(layers.some(hasNullForm) ? ['null'] : [])])];
}

function readConstraints(layers: readonly Layer<Schema>[]): Record<string, unknown> {
  const keywords = layers
    .toReversed()
    .flatMap(({ value }) => Object.entries(value).filter(([keyword]) => !STRUCTURE.has(keyword)));
  return Object.fromEntries(keywords);
}

function readFields({ source, layers, origin, trail }: OpenedSchema): Field[] {
  const required = new Set(layers.flatMap(({ value }) => (value['required'] ?? []) as readonly string[]));
  const dependent = layers.flatMap(({ value }) =>
    Object.entries((value['dependentRequired'] ?? {}) as Readonly<Record<string, readonly string[]>>),
  );
  const properties = layers.toReversed().flatMap(({ value, pointer }) =>
    Object.entries((value['properties'] ?? {}) as Readonly<Record<string, Schema>>).map(
      ([name, schema]): [string, Layer<Schema>] => {
        const location = appendKey(appendKey(pointer, 'properties'), name);
        return [name, { value: schema, pointer: location }];
      },
    ),
  );
  return [...new Map(properties)].map(([name, { value, pointer }]) => ({
    ...readSchema(source, value, pointer, findMarkOf(origin, 'properties'), trail),
    name,
    required: required.has(name),
    requiredWith: dependent.filter(([, names]) => names.includes(name)).map(([trigger]) => trigger),
  }));
}

function readItems({ source, layers, origin, trail }: OpenedSchema): SchemaNode | undefined {
  const layer = layers.find(({ value }) => 'items' in value);
  if (!layer) return undefined;
  const mark = findMarkOf(origin, 'items');
  return readSchema(source, layer.value['items'] as Schema, appendKey(layer.pointer, 'items'), mark, trail);
}

function readForms({ source, layers, origin, trail }: OpenedSchema): SchemaNode[] {
  const forms = layers.map(listForms).filter(({ length }) => length > 1);
  return forms.flat().map(({ value, pointer }) => readSchema(source, value, pointer, origin.whole, trail));
}
