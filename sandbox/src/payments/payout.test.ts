import { describe, expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { DAY, errorResponse, type Fields, MINUTE } from '../testing/fixtures.js';

const PAYOUT = { source: { type: 'currency_account' }, destination: { type: 'bank_account', name: 'Ann' } };

async function payOut(fields: Fields = {}): Promise<{ api: Api; id: string }> {
  const api = await openApi();
  const { status, body } = await api.pay({ ...PAYOUT, ...fields });
  expect({ status, shown: body.status, approved: body.approved }).toEqual({
    status: 202,
    shown: 'Pending',
    approved: false,
  });
  return { api, id: body.id };
}

it("is paid after exactly a minute by the sandbox's clock", async () => {
  const { api, id } = await payOut({ reference: 'OUT-1' });

  api.sandbox.clock.advance(MINUTE - 1);
  expect(await api.details(id)).toMatchObject({ status: 'Pending', approved: false });
  expect(api.effects(id)).toEqual([]);
  api.sandbox.clock.advance(1);

  const details = await api.details(id);
  expect(details).toMatchObject({ status: 'Paid', approved: true, amount: 1000, reference: 'OUT-1' });
  expect(details).not.toHaveProperty('balances');
  expect(api.effects(id)).toEqual(['Payout 1000']);
});

it('shows only the type of its destination', async () => {
  const { api, id } = await payOut();

  expect(await api.details(id)).toMatchObject({ destination: { type: 'bank_account' } });
  expect(JSON.stringify(await api.details(id))).not.toContain('Ann');
});

it('is declined by its amount, without an effect on money', async () => {
  const { api, id } = await payOut({ amount: 1051 });

  api.sandbox.clock.advance(MINUTE);

  expect(await api.details(id)).toMatchObject({ status: 'Declined', approved: false });
  expect(await api.actions(id)).toMatchObject([{ type: 'Payout', approved: false, response_code: '20051' }]);
  expect(api.sandbox.ledger()).toEqual([]);
});

it('is returned a day after it was paid when its amount ends in 90', async () => {
  const { api, id } = await payOut({ amount: 1090 });

  api.sandbox.clock.advance(MINUTE + DAY - 1);
  expect(await api.details(id)).toMatchObject({ status: 'Paid' });
  api.sandbox.clock.advance(1);

  expect(await api.details(id)).toMatchObject({ status: 'Returned' });
  expect(api.effects(id)).toEqual(['Payout 1090', 'Return 1090']);
});

it('stays paid when its amount does not end in 90', async () => {
  const { api, id } = await payOut({ amount: 9091 });

  api.sandbox.clock.advance(2 * DAY);

  expect(await api.details(id)).toMatchObject({ status: 'Paid' });
});

it('does not wait for a payer', async () => {
  const { api, id } = await payOut({ amount: 1003 });

  expect(Object.keys((await api.details(id))._links)).toEqual(['self', 'actions']);
  api.sandbox.clock.advance(MINUTE);

  expect(await api.details(id)).toMatchObject({ status: 'Paid' });
});

it('is found by search and list, together with payments', async () => {
  const { api, id } = await payOut({ reference: 'REF-1' });
  const payment = await api.charge({ reference: 'REF-1' });
  const both = { data: [{ id: payment }, { id, destination: { type: 'bank_account' } }] };

  expect((await api.get('/payments?reference=REF-1')).body).toMatchObject(both);
  expect((await api.post('/payments/search', { query: "reference:'REF-1'" })).body).toMatchObject(both);
});

it.each<[string, Fields, string]>([
  ['an amount of 0', { amount: 0 }, 'amount_required'],
  ['a destination that is not an object', { destination: 'home' }, 'destination_invalid'],
  ['a destination of null', { destination: null }, 'destination_invalid'],
  ['a destination without a type', { destination: {} }, 'destination_invalid'],
  ['a destination that is an array', { destination: [] }, 'destination_invalid'],
])('is rejected with %s', async (_, fields, code) => {
  const api = await openApi();

  expect(await api.pay({ ...PAYOUT, ...fields })).toMatchObject(errorResponse(code));
});

describe.each([
  ['is pending', 0],
  ['is paid', MINUTE],
])('a payout that %s', (_, passed) => {
  it.each(['captures', 'voids', 'authorizations', 'cancellations'])(
    'rejects requests to %s',
    async (path) => {
      const { api, id } = await payOut();
      api.sandbox.clock.advance(passed);

      expect(await api.post(`/payments/${id}/${path}`, {})).toMatchObject({ status: 403, body: '' });
    },
  );

  it('rejects refunds and reversals', async () => {
    const { api, id } = await payOut();
    api.sandbox.clock.advance(passed);

    expect((await api.refund(id)).status).toBe(403);
    expect((await api.reverse(id)).status).toBe(403);
  });
});
