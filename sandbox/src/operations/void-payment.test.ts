import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, type Fields } from '../testing/fixtures.js';

it('voids an authorization', async () => {
  const api = await openApi();
  const id = await api.authorize();

  const { status, body } = await api.void(id, { reference: 'VOID-1', metadata: { why: 'sold out' } });

  expect(status).toBe(202);
  expect(await api.details(id)).toMatchObject({
    status: 'Voided',
    balances: balances(1000, { voided: 1000 }),
  });
  expect((await api.actions(id))[0]).toMatchObject({
    id: body.action_id,
    type: 'Void',
    amount: 1000,
    reference: 'VOID-1',
    metadata: { why: 'sold out' },
  });
});

it('voids the rest of a partial capture, and keeps the status', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, { amount: 400, capture_type: 'NonFinal' });

  expect((await api.void(id)).status).toBe(202);

  expect(await api.details(id)).toMatchObject({
    status: 'Partially Captured',
    balances: balances(1000, { captured: 400, voided: 600 }),
  });
});

it('is rejected when nothing is left to void', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.void(id);

  expect(await api.void(id)).toMatchObject({ status: 403, body: '' });

  expect(api.effects(id)).toEqual(['Authorization 1000', 'Void 1000']);
});

it.each<[string, Fields]>([
  ['declined', { amount: 1005 }],
  ['captured', {}],
  ['waiting for its payer', { amount: 1003 }],
  ['a card verification', { amount: 0 }],
])('is rejected for a payment that is %s', async (_, fields) => {
  const api = await openApi();
  const { body } = await api.pay(fields);

  expect(await api.void(body.id)).toMatchObject({ status: 403, body: '' });
});

it('voids the rest of a partially refunded payment', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, { amount: 400, capture_type: 'NonFinal' });
  await api.refund(id, { refund_amount: 100 });

  expect((await api.void(id)).status).toBe(202);

  expect(await api.details(id)).toMatchObject({
    status: 'Partially Refunded',
    balances: balances(1000, { captured: 400, voided: 600, refunded: 100 }),
  });
});
