import type { SchemaNode } from './schema/schema-node.js';

const PLURALS: Readonly<Record<string, string>> = {
  string: 'strings',
  integer: 'integers',
  number: 'numbers',
  boolean: 'booleans',
  object: 'objects',
  array: 'arrays',
};

/** Renders the type of a value, with links to models. */
export function renderType(node: SchemaNode): string {
  const { types, items, model, forms } = node;
  const names = types.map((type) => (type === 'array' && items ? `array of ${renderItemType(items)}` : type));
  const type =
    names.length > 0 ? names.join(' or ') : forms.length > 0 ? 'one of several forms' : 'any value';
  return model ? `${type} (${renderModelLink(model)})` : type;
}

/** Renders a link to a model. */
export function renderModelLink(model: string): string {
  return `<a href="models.html#${model}">${model}</a>`;
}

function renderItemType({ model, types }: SchemaNode): string {
  if (model) return renderModelLink(model);
  return types.map((type) => PLURALS[type] ?? type).join(' or ') || 'values';
}
