import { expect, it } from 'vitest';
import type { ErrorResponse } from '../../../generated/models.js';
import { openApi } from '../testing/api.js';
import { balances, CARD, errorResponse, type Fields } from '../testing/fixtures.js';

const DECLINED_CARD = { ...CARD, number: '4000000000000002' };

it('authorizes an amount, which can be captured or voided', async () => {
  const api = await openApi();

  const { status, body } = await api.pay({ capture: false, reference: 'ORD-1' });

  expect(status).toBe(201);
  expect(body).toMatchObject({
    status: 'Authorized',
    approved: true,
    amount: 1000,
    currency: 'USD',
    reference: 'ORD-1',
    response_code: '10000',
  });
  expect(await api.details(body.id)).toMatchObject({ status: 'Authorized', balances: balances(1000) });
  expect(await api.actions(body.id)).toMatchObject([
    { type: 'Authorization', amount: 1000, approved: true, authorization_type: 'Final' },
  ]);
  expect(api.effects(body.id)).toEqual(['Authorization 1000']);
});

it.each([
  ['an authorization', { capture: false }],
  ['a card verification', { amount: 0 }],
  ['a decline', { amount: 1005 }],
])('returns the action, response and time of %s, as its actions show them', async (_what, fields) => {
  const api = await openApi();

  const { body } = await api.pay(fields);

  const [action] = await api.actions(body.id);
  expect(body).toMatchObject({
    action_id: action?.['id'],
    response_code: action?.['response_code'],
    response_summary: action?.['response_summary'],
    processed_on: action?.['processed_on'],
  });
  expect(body).toHaveProperty('action_id', expect.stringMatching(/^act_/));
});

it('returns no action for a payment that is still pending', async () => {
  const api = await openApi();

  const { status, body } = await api.pay({ amount: 1003 });

  expect(status).toBe(202);
  for (const name of ['action_id', 'response_code', 'response_summary', 'processed_on'])
    expect(body).not.toHaveProperty(name);
});

it.each([{ amount: 0 }, { amount: undefined }])(
  'verifies a card when the amount is $amount',
  async ({ amount }) => {
    const api = await openApi();

    const { status, body } = await api.pay({ amount });

    expect({ status, body }).toMatchObject({
      status: 201,
      body: { status: 'Card Verified', approved: true },
    });
    expect(await api.actions(body.id)).toMatchObject([{ type: 'Card Verification', amount: 0 }]);
    expect(api.sandbox.ledger()).toEqual([]);
  },
);

it('does not verify the declined card', async () => {
  const api = await openApi();

  const { body } = await api.pay({ amount: 0, source: DECLINED_CARD });

  expect(body).toMatchObject({ status: 'Declined', approved: false, response_code: '20005' });
});

it.each<[string, Fields, string[]]>([
  ['an unknown currency', { currency: 'ZZZ' }, ['currency_invalid']],
  ['a currency in lower case', { currency: 'usd' }, ['currency_invalid']],
  ['no currency', { currency: undefined }, ['currency_required']],
  ['a negative amount', { amount: -1 }, ['amount_invalid']],
  ['a fraction of a cent', { amount: 10.5 }, ['amount_invalid']],
  ['an amount as a string', { amount: '1000' }, ['amount_invalid']],
  ['an amount too large to sum exactly', { amount: 1_000_000_000_000 }, ['amount_invalid']],
  ['no source', { source: undefined }, ['payment_source_required']],
  ['a source without a type', { source: {} }, ['payment_source_type_required']],
  ['an unknown payment type', { payment_type: 'Once' }, ['payment_type_invalid']],
  ['a long reference', { reference: 'x'.repeat(81) }, ['reference_invalid']],
  ['metadata that is not an object', { metadata: 'blue' }, ['metadata_invalid']],
  ['metadata that is an array', { metadata: ['blue'] }, ['metadata_invalid']],
  ['metadata two levels deep', { metadata: { cart: { size: 1 } } }, ['metadata_invalid']],
  [
    'a merchant-initiated payment of the regular type',
    { merchant_initiated: true },
    ['payment_type_invalid'],
  ],
])('rejects %s', async (_, fields, codes) => {
  const api = await openApi();

  expect(await api.pay(fields)).toMatchObject(errorResponse(...codes));
  expect(api.sandbox.ledger()).toEqual([]);
});

it('returns a code for each invalid field, and each code once', async () => {
  const api = await openApi();

  const { status, body } = await api.post<ErrorResponse>('/payments', {
    amount: -1.5,
    currency: 'us',
    capture: 'no',
    source: CARD,
  });

  expect(status).toBe(422);
  expect([...body.error_codes].sort()).toEqual(['amount_invalid', 'capture_invalid', 'currency_invalid']);
});

it('returns the reference, description and metadata in the details', async () => {
  const api = await openApi();
  const fields = {
    reference: 'ORD-1',
    description: 'Two shirts',
    metadata: { colour: 'blue', size: 4, gift: null },
  };

  expect(await api.details(await api.authorize(fields))).toMatchObject(fields);
});
