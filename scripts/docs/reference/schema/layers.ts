import { type Document, resolve, type Schema } from '../../../lib/description.js';
import { appendKey } from '../../../lib/json-pointer.js';

/** An object of the description and the pointer to it. */
export interface Layer<T extends object = object> {
  readonly value: T;
  readonly pointer: string;
}

/** Opens an object that can be a reference: the object itself, and the target of the reference. */
export function openReference<T extends object>(
  document: Document,
  value: object,
  pointer: string,
): readonly [Layer<T>, ...Layer<T>[]] {
  const layer = { value: value as T, pointer };
  if (!('$ref' in value) || typeof value.$ref !== 'string') return [layer];
  const target = resolve<T>(document, { $ref: value.$ref });
  return [layer, ...openReference<T>(document, target, value.$ref)];
}

/**
 * Opens a schema: the schema itself, the schemas that it refers to, those of its `allOf`, and that of an `anyOf`
 * with only one form apart from null. What an earlier layer says replaces what a later one says.
 */
export function openSchema(document: Document, schema: Schema, pointer: string): Layer<Schema>[] {
  return openReference<Schema>(document, schema, pointer).flatMap((layer) => {
    const forms = listForms(layer);
    const parts = [...listItems(layer, 'allOf'), ...(forms.length === 1 ? forms : [])];
    return [layer, ...parts.flatMap((part) => openSchema(document, part.value, part.pointer))];
  });
}

/** Lists the forms of a schema, apart from null. */
export function listForms(layer: Layer<Schema>): Layer<Schema>[] {
  const forms = [...listItems(layer, 'anyOf'), ...listItems(layer, 'oneOf')];
  return forms.filter(({ value }) => value.type !== 'null');
}

/** Whether a schema lists null as one of its forms. */
export function hasNullForm(layer: Layer<Schema>): boolean {
  return [...listItems(layer, 'anyOf'), ...listItems(layer, 'oneOf')].length > listForms(layer).length;
}

/** Returns a keyword of the first layer that has it. */
export function readKeyword(layers: readonly Layer[], keyword: string): unknown {
  const found = layers.find(({ value }) => keyword in value)?.value as Record<string, unknown> | undefined;
  return found?.[keyword];
}

function listItems({ value, pointer }: Layer<Schema>, keyword: string): Layer<Schema>[] {
  const items = (value[keyword] ?? []) as readonly Schema[];
  return items.map((item, index) => ({
    value: item,
    pointer: `${appendKey(pointer, keyword)}/${index}`,
  }));
}
