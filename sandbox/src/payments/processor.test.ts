import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, CARD, DAY } from '../testing/fixtures.js';

const DECLINED_CARD = { ...CARD, number: '4000000000000002' };

it.each([
  [1005, '20005', 'do not honour'],
  [1012, '20012', 'invalid transaction'],
  [1014, '20014', 'invalid card number'],
  [1033, '30033', 'expired card, pick up'],
  [1051, '20051', 'insufficient funds'],
  [1054, '20087', 'bad track data or expired card'],
  [1062, '20062', 'restricted card'],
  [1063, '20063', 'security violation'],
  [5, '20005', 'do not honour'],
])('declines %i with %s, %s, without an effect on money', async (amount, code, reason) => {
  const api = await openApi();

  const { status, body } = await api.pay({ amount });

  expect(status).toBe(201);
  expect(body).toMatchObject({
    status: 'Declined',
    approved: false,
    response_code: code,
    response_summary: `Declined: ${reason}`,
  });
  expect(await api.details(body.id)).toMatchObject({ approved: false, balances: balances(0) });
  expect(await api.actions(body.id)).toMatchObject([{ amount, approved: false, response_code: code }]);
  expect(api.sandbox.ledger()).toEqual([]);
});

it.each([1004, 1200, 1250, 5100, 3300])(
  'approves %i, which only resembles a declined amount',
  async (amount) => {
    const api = await openApi();

    expect((await api.pay({ amount, capture: false })).body).toMatchObject({
      status: 'Authorized',
      response_code: '10000',
      response_summary: 'Approved',
    });
  },
);

it('declines by the amount for any source', async () => {
  const api = await openApi();

  const { body } = await api.pay({ amount: 1051, source: { type: 'alipay' } });

  expect(body).toMatchObject({ status: 'Declined', response_code: '20051' });
});

it('declines only the declined card, for any amount', async () => {
  const api = await openApi();

  expect((await api.pay({ source: DECLINED_CARD })).body.response_code).toBe('20005');
  expect((await api.pay({ amount: 1051, source: DECLINED_CARD })).body.response_code).toBe('20005');
  expect((await api.pay({ source: { ...CARD, number: '4111111111111111' } })).body.approved).toBe(true);
});

describe.each([
  ['USD', { 1005: '20005', 1051: '20051', 5: '20005', 10050: '10000' }],
  ['MGA', { 1005: '20005', 5: '20005', 10050: '10000' }],
  ['MRU', { 1005: '20005', 5: '20005', 10050: '10000' }],
  ['KWD', { 10050: '20005', 10510: '20051', 50: '20005', 1005: '10000', 1051: '10000', 10051: '10000' }],
  ['CLF', { 100500: '20005', 100505: '10000', 1005: '10000' }],
  ['JPY', { 5: '20005', 51: '20051', 1005: '10000', 1051: '10000', 105: '10000', 100500: '10000' }],
])('a payment in %s', (currency, codes) => {
  it.each(Object.entries(codes))(
    'of %s minor units gets %s, by the decimals of the currency',
    async (amount, code) => {
      const api = await openApi();

      const { body } = await api.pay({ amount: Number(amount), currency, capture: false });

      expect(body.response_code).toBe(code);
    },
  );
});

it.each([
  ['JPY', 1003, 201],
  ['JPY', 3, 202],
  ['KWD', 1003, 201],
  ['KWD', 10_030, 202],
])(
  'lets a payment in %s of %i wait for the payer by the decimals of the currency',
  async (currency, amount, status) => {
    const api = await openApi();

    expect((await api.pay({ currency, amount })).status).toBe(status);
  },
);

it.each([
  ['JPY', 1090, 'Paid'],
  ['JPY', 90, 'Returned'],
  ['KWD', 10_900, 'Returned'],
])('ends a payout in %s of %i as %s by the decimals of the currency', async (currency, amount, status) => {
  const api = await openApi();
  const { body } = await api.pay({ currency, amount, destination: { type: 'bank_account' } });

  api.sandbox.clock.advance(2 * DAY);

  expect(await api.details(body.id)).toMatchObject({ status });
});

it('declines an increment by the decimals of the currency', async () => {
  const api = await openApi();
  const id = await api.authorize({ currency: 'JPY', authorization_type: 'Estimated' });

  expect((await api.increment(id, { amount: 1051 })).body).toMatchObject({ approved: true });
  expect((await api.increment(id, { amount: 51 })).body).toMatchObject({ response_code: '20051' });
});
