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

it('is decided after a minute on the clock of the sandbox, not before', async () => {
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

it('shows of its destination the type alone', async () => {
  const { api, id } = await payOut();

  expect(await api.details(id)).toMatchObject({ destination: { type: 'bank_account' } });
  expect(JSON.stringify(await api.details(id))).not.toContain('Ann');
});

it('can be declined by its amount, and no money moves', async () => {
  const { api, id } = await payOut({ amount: 1051 });

  api.sandbox.clock.advance(MINUTE);

  expect(await api.details(id)).toMatchObject({ status: 'Declined', approved: false });
  expect(await api.actions(id)).toMatchObject([{ type: 'Payout', approved: false, response_code: '20051' }]);
  expect(api.sandbox.ledger()).toEqual([]);
});

it('comes back a day after it was paid when its amount ends in 90', async () => {
  const { api, id } = await payOut({ amount: 1090 });

  api.sandbox.clock.advance(MINUTE + DAY - 1);
  expect(await api.details(id)).toMatchObject({ status: 'Paid' });
  api.sandbox.clock.advance(1);

  expect(await api.details(id)).toMatchObject({ status: 'Returned' });
  expect(api.effects(id)).toEqual(['Payout 1090', 'Return 1090']);
});

it('stays paid whatever its amount otherwise', async () => {
  const { api, id } = await payOut({ amount: 9091 });

  api.sandbox.clock.advance(2 * DAY);

  expect(await api.details(id)).toMatchObject({ status: 'Paid' });
});

it('makes no payer wait for an amount that otherwise would', async () => {
  const { api, id } = await payOut({ amount: 1003 });

  expect(Object.keys((await api.details(id))._links)).toEqual(['self', 'actions']);
  api.sandbox.clock.advance(MINUTE);

  expect(await api.details(id)).toMatchObject({ status: 'Paid' });
});

it('is found by search and list beside payments', async () => {
  const { api, id } = await payOut({ reference: 'REF-1' });
  const payment = await api.charge({ reference: 'REF-1' });
  const both = { data: [{ id: payment }, { id, destination: { type: 'bank_account' } }] };

  expect((await api.get('/payments?reference=REF-1')).body).toMatchObject(both);
  expect((await api.post('/payments/search', { query: "reference:'REF-1'" })).body).toMatchObject(both);
});

it.each<[string, Fields, string]>([
  ['nothing', { amount: 0 }, 'amount_required'],
  ['a destination that is no object', { destination: 'home' }, 'destination_invalid'],
  ['a destination of null', { destination: null }, 'destination_invalid'],
  ['a destination without a type', { destination: {} }, 'destination_invalid'],
  ['a destination that is a list', { destination: [] }, 'destination_invalid'],
])('is refused for %s', async (_, fields, code) => {
  const api = await openApi();

  expect(await api.pay({ ...PAYOUT, ...fields })).toMatchObject(errorResponse(code));
});

describe.each([
  ['waits', 0],
  ['was paid', MINUTE],
])('while it %s', (_, passed) => {
  it.each(['captures', 'voids', 'authorizations', 'cancellations'])('takes no %s', async (path) => {
    const { api, id } = await payOut();
    api.sandbox.clock.advance(passed);

    expect(await api.post(`/payments/${id}/${path}`, {})).toMatchObject({ status: 403, body: '' });
  });

  it('is neither refunded nor reversed', async () => {
    const { api, id } = await payOut();
    api.sandbox.clock.advance(passed);

    expect((await api.refund(id)).status).toBe(403);
    expect((await api.reverse(id)).status).toBe(403);
  });
});
