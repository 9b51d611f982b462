import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PaymentDetails, SearchItem } from '../generated/models.js';
import { isPayment, isPayout, isProcessedPayout } from './payment-forms.js';

const { paths, components } = JSON.parse(
  readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'),
);

/** Applies every guard, also to what the types do not allow. */
function classify(value: unknown): string[] {
  const guards = { isPayment, isPayout, isProcessedPayout };
  return Object.entries(guards).flatMap(([name, guard]) =>
    guard(value as PaymentDetails | SearchItem) ? [name] : [],
  );
}

/** Resolves a reference of one level, as the bundled description has them. */
function resolve(part: { $ref?: string }) {
  const [, , kind = '', name = ''] = part.$ref?.split('/') ?? [];
  return part.$ref ? components[kind][name] : part;
}

/** Lists the payments and payouts in the examples of a success. */
function listExamples(path: string, method: string, status: number): [string, unknown[]][] {
  const { content } = resolve(paths[path][method].responses[status]);
  return Object.entries<{ $ref?: string }>(content['application/json'].examples).map(([name, example]) => {
    const { value } = resolve(example);
    return [name, Array.isArray(value) ? value : (value.data ?? [value])];
  });
}

const PAYMENT = ['isPayment'];
const PAYOUT = ['isPayout'];

describe('the guards', () => {
  it.each([
    [
      '/payments/{id}',
      'get',
      200,
      {
        authorized: [PAYMENT],
        partiallyRefunded: [PAYMENT],
        payoutPaid: [PAYOUT],
        payoutApproved: [['isPayout', 'isProcessedPayout']],
      },
    ],
    ['/payments', 'get', 202, { page: [PAYMENT] }],
    ['/payments/search', 'post', 202, { page: [PAYMENT], bareArray: [PAYMENT, PAYOUT] }],
  ] as const)('classify each documented example of %s (%s)', (path, method, status, expected) => {
    const examples = listExamples(path, method, status);

    expect(Object.fromEntries(examples.map(([name, values]) => [name, values.map(classify)]))).toEqual(
      expected,
    );
  });

  const details = { id: 'pay_1', approved: true, _links: {} };
  const processed = { id: 'pay_1', source: {}, destination: {}, links: {} };
  it.each([
    ['details of a payment without a source', details, PAYMENT],
    ['details of a payment with a destination and no source', { ...details, destination: {} }, PAYMENT],
    ['details with a source and a destination', { ...details, source: {}, destination: {} }, PAYOUT],
    ['a found item with a source and a destination', { source: {}, destination: {} }, PAYOUT],
    ['a payout that is not decided', { ...processed, processed_on: null }, ['isPayout', 'isProcessedPayout']],
    ['a status of tomorrow', { ...details, status: 'Settled' }, PAYMENT],
  ])('classify %s', (_, value, expected) => {
    expect(classify(value)).toEqual(expected);
  });

  it.each([
    ['an object without fields', {}],
    ['the fields that all forms have', { id: 'pay_1', amount: 1, currency: 'USD', status: 'Paid' }],
    ['links without an approval', { _links: {} }],
    ['an approval that is a string', { approved: 'true', _links: {} }],
    ['a destination that is null', { destination: null }],
    ['a destination that is a string', { destination: 'bank_account' }],
    ['a destination that is an array', { destination: [] }],
    ['null', null],
    ['undefined', undefined],
    ['a string', 'pay_1'],
    ['an array', []],
  ])('take %s for neither a payment nor a payout', (_, value) => {
    expect(classify(value)).toEqual([]);
  });
});
