import { expect, it } from 'vitest';
import type { Schema } from '../../../scripts/lib/description.js';
import { keywordApplies } from './keyword-applies.js';

const SCHEMA: Schema = { properties: { id: {} } };
const LINKS: Schema = { $ref: '#/components/schemas/PageLinks' };

it.each([
  ['pattern', SCHEMA, 'a string', 5],
  ['minimum', SCHEMA, 5, 'a string'],
  ['minItems', SCHEMA, [], {}],
  ['required', SCHEMA, {}, []],
  ['properties', SCHEMA, { id: 1 }, { other: 1 }],
  ['additionalProperties', SCHEMA, { other: 1 }, { id: 1 }],
  ['unevaluatedProperties', LINKS, { other: 1 }, { next: {} }],
] as const)('keywordApplies: `%s` of %j constrains %j, and not %j', (keyword, schema, value, other) => {
  expect(keywordApplies(keyword, schema, value)).toBe(true);
  expect(keywordApplies(keyword, schema, other)).toBe(false);
});

it('keywordApplies returns true for a keyword of any type', () => {
  expect(keywordApplies('enum', SCHEMA, null)).toBe(true);
});
