import { expect, it } from 'vitest';
import type { Schema } from '../lib/description.js';
import { bundle } from './bundle.js';
import { renderResponseValidators } from './response-validators.js';

const document = await bundle();
const { code } = await renderResponseValidators(document);

/** Renders the validators of a description in which a schema has further keywords. */
function renderWith(name: string, keywords: Schema): Promise<{ code: string }> {
  const copy = structuredClone(document);
  Object.assign(copy.components.schemas[name] ?? expect.unreachable(), keywords);
  return renderResponseValidators(copy);
}

/** Imports rendered code as a module. */
function load(source: string): Promise<typeof import('../../generated/response-validators.js')> {
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

it('renders code that needs no other module and evaluates no string', () => {
  expect(code.match(/^import |\bnew Function\b|\beval\(/m)).toBeNull();
});

it('renders the rules of a schema without those of the schemas that it leads to', async () => {
  const { responseSchemas, responseOperations } = await load(code);

  expect(responseOperations['getPaymentDetails']?.responses['200']?.body).toMatchObject({
    ref: 'PaymentDetails',
  });
  expect(responseSchemas['PaymentDetails']?.anyOf).toContainEqual({ ref: 'Payment' });
  const { rules, properties } = responseSchemas['PaymentsPage'] ?? expect.unreachable();
  expect(rules?.({ total_count: 'many', skip: 0, limit: 10, data: [] })).toBe(true);
  expect(rules?.({ skip: 0, limit: 10 })).toBe(false);
  expect(properties?.['total_count']?.rules?.('many')).toBe(false);
});

it('marks the inferred elements that a response can show', async () => {
  const { responseSchemas, responseOperations, inferredElements } = await load(code);
  const marked = [
    responseOperations['voidPayment']?.mark,
    responseOperations['getPaymentsList']?.responses['202']?.mark,
    responseSchemas['Link']?.mark,
    responseSchemas['Payment']?.properties?.['id']?.marks?.['pattern'],
  ];

  expect(marked.map((index) => inferredElements[index ?? -1])).toMatchObject([
    { pointer: '/paths/~1payments~1{id}~1voids/post', keyword: undefined },
    { pointer: '/components/responses/PaymentsListed', keyword: 'content' },
    { pointer: '/components/schemas/Link', keyword: undefined },
    { pointer: '/components/schemas/Payment/properties/id', keyword: 'pattern' },
  ]);
});

it('renders the validators of a changed description', async () => {
  const { responseSchemas } = await load((await renderWith('Link', { required: ['title'] })).code);

  expect(responseSchemas['Link']?.rules?.({ title: 'a' })).toBe(true);
  expect(responseSchemas['Link']?.rules?.({})).toBe(false);
});

it.each<[string, unknown]>([
  ['oneOf', []],
  ['not', {}],
  ['patternProperties', {}],
  ['additionalProperties', false],
])('rejects a schema of a response with %s, which the observer would ignore', async (keyword, value) => {
  await expect(renderWith('Link', { [keyword]: value })).rejects.toThrow(
    `/components/schemas/Link: the observer of responses does not know \`${keyword}\`.`,
  );
});

it('rejects a property whose name would be ambiguous in a path', async () => {
  const properties = { 'a/b': { type: 'string' } };

  await expect(renderWith('Link', { properties })).rejects.toThrow('cannot name `a/b`');
});
