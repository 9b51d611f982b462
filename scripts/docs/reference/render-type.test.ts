import { expect, it } from 'vitest';
import type { Document, Schema } from '../../lib/description.js';
import { renderType } from './render-type.js';
import { readSchema } from './schema/schema-node.js';

const document = {
  components: { schemas: { Item: { type: 'object' } } },
} as unknown as Document;
const render = (schema: Schema) => renderType(readSchema({ document, elements: new Map() }, schema, '#/x'));
const ITEM = { $ref: '#/components/schemas/Item' };
const LINK = '<a href="models.html#Item">Item</a>';

it.each<[Schema, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: ['integer', 'null'] }, 'integer or null'],
  [ITEM, `object (${LINK})`],
  [{ anyOf: [ITEM, { type: 'null' }] }, `object or null (${LINK})`],
  [{ type: 'array', items: ITEM }, `array of ${LINK}`],
  [{ type: 'array', items: { type: 'string' } }, 'array of strings'],
  [{ anyOf: [ITEM, { type: 'string' }] }, 'one of several forms'],
  [{}, 'any value'],
])('renders the type of %j as %s', (schema, type) => {
  expect(render(schema)).toBe(type);
});
