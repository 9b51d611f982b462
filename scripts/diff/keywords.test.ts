import { expect, it } from 'vitest';
import { parsePointer } from '../lib/json-pointer.js';
import { leadToWholeValue } from './keywords.js';

it.each([
  '#/components/schemas/Sale/properties/id/x-secret',
  '#/components/schemas/Sale/properties/x-id/examples/0',
  '#/paths/~1sales/post/parameters/0/example',
  '#/info/x-logo/url',
])('finds the extension or example in %s', (pointer) => {
  expect(leadToWholeValue(parsePointer(pointer))).toBe(true);
});

it.each([
  '#/components/schemas/Sale/properties/example/maxLength',
  '#/components/schemas/Sale/properties/examples',
  '#/components/schemas/Sale/properties/properties/properties/x-id/type',
  '#/components/schemas/Sale/dependentRequired/x-id',
  '#/components/headers/x-rate-limit/required',
  '#/paths/~1sales/post/responses/202/headers/x-rate-limit',
])('takes a name for no extension and no example in %s', (pointer) => {
  expect(leadToWholeValue(parsePointer(pointer))).toBe(false);
});
