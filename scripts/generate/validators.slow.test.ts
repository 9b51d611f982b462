import { expect, it } from 'vitest';
import { bundle } from './bundle.js';
import { generateFiles } from './generate-files.js';
import { renderValidators } from './validators.js';

const document = await bundle();
const { code } = await renderValidators(document);

interface Validators {
  readonly bodyValidators: Readonly<Record<string, Validate>>;
  readonly queryValidators: Readonly<Record<string, Validate>>;
}

interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly keyword: string }[];
}

/** Imports the rendered code as a module. */
function load(source: string): Promise<Validators> {
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

it('renders a validator for each body and each query', async () => {
  const { bodyValidators, queryValidators } = await load(code);
  const { searchPayments, requestPayment, getPaymentsList } = { ...bodyValidators, ...queryValidators };

  const search = { query: "id:'a'" };
  expect(searchPayments?.(search)).toBe(true);
  expect(search).toMatchObject({ limit: expect.any(Number) });
  expect(requestPayment?.({ currency: 5, source: { type: 'card' } })).toBe(false);
  expect(requestPayment?.errors).toContainEqual(
    expect.objectContaining({ instancePath: '/currency', keyword: 'type' }),
  );
  const query = { reference: 'a', limit: '20' };
  expect(getPaymentsList?.(query)).toBe(true);
  expect(query).toEqual({ reference: 'a', limit: 20, skip: 0 });
});

it('renders code that needs no other module and evaluates no string', () => {
  expect(code.match(/^import |\bnew Function\b|\beval\(/m)).toBeNull();
});

it('renders the validators of a changed description', async () => {
  const changed = structuredClone(document) as {
    components: { schemas: Record<string, { required?: string[] }> };
  };
  const request = changed.components.schemas['VoidRequest'];
  if (request) request.required = ['reason'];
  const files = await generateFiles(changed as typeof document);

  const { bodyValidators } = await load(files.get('validators.js') ?? '');

  expect(bodyValidators['voidPayment']?.({})).toBe(false);
  expect(bodyValidators['voidPayment']?.({ reason: 'a' })).toBe(true);
});
