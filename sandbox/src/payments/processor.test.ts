import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, CARD } from '../testing/fixtures.js';

const DECLINED_CARD = { ...CARD, number: '4000000000000002' };

it.each([
  [1005, '20005'],
  [1012, '20012'],
  [1014, '20014'],
  [1033, '30033'],
  [1051, '20051'],
  [1054, '20087'],
  [1062, '20062'],
  [1063, '20063'],
  [5, '20005'],
])('declines %i with %s, without an effect on money', async (amount, code) => {
  const api = await openApi();

  const { status, body } = await api.pay({ amount });

  expect(status).toBe(201);
  expect(body).toMatchObject({ status: 'Declined', approved: false, response_code: code });
  expect(await api.details(body.id)).toMatchObject({ approved: false, balances: balances(0) });
  expect(await api.actions(body.id)).toMatchObject([{ amount, approved: false, response_code: code }]);
  expect(api.sandbox.ledger()).toEqual([]);
});

it.each([1004, 1200, 1250, 5100, 3300])(
  'approves %i, which only resembles a declined amount',
  async (amount) => {
    const api = await openApi();

    expect((await api.pay({ amount, capture: false })).body.status).toBe('Authorized');
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
