import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, errorResponse, type Fields } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };

it('refunds everything by default', async () => {
  const api = await openApi();
  const id = await api.charge({ reference: 'ORD-1' });

  const { status, body } = await api.refund(id);

  expect({ status, reference: body.reference }).toEqual({ status: 202, reference: 'ORD-1' });
  expect(await api.details(id)).toMatchObject({
    status: 'Refunded',
    balances: balances(1000, { captured: 1000, refunded: 1000 }),
  });
  expect((await api.actions(id))[0]).toMatchObject({ id: body.action_id, type: 'Refund', amount: 1000 });
});

it('refunds a part, and the rest later', async () => {
  const api = await openApi();
  const id = await api.charge();

  await api.refund(id, { refund_amount: 300 });
  expect(await api.details(id)).toMatchObject({
    status: 'Partially Refunded',
    balances: balances(1000, { captured: 1000, refunded: 300 }),
  });

  await api.refund(id);
  expect(await api.details(id)).toMatchObject({ status: 'Refunded' });
  expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 300', 'Refund 700']);
});

it('never refunds more than was captured', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, PART);
  await api.refund(id, { refund_amount: 150 });

  expect(await api.refund(id, { refund_amount: 251 })).toMatchObject(errorResponse('amount_exceeds_balance'));

  expect((await api.refund(id, { refund_amount: 250 })).status).toBe(202);
  expect((await api.refund(id, { refund_amount: 1 })).status).toBe(403);
});

it('leaves a payment partially refunded while a part of it is still authorized', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, PART);

  await api.refund(id);

  expect(await api.details(id)).toMatchObject({
    status: 'Partially Refunded',
    balances: balances(1000, { captured: 400, refunded: 400 }),
  });
});

it('completes a payment whose rest was voided', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, { amount: 400 });

  await api.refund(id);

  expect(await api.details(id)).toMatchObject({ status: 'Refunded' });
});

it('is rejected until an accepted capture is carried out', async () => {
  const api = await openApi({ captureDelay: 1000 });
  const id = await api.authorize();
  await api.capture(id);

  expect((await api.refund(id)).status).toBe(403);
  api.sandbox.clock.advance(1000);
  expect((await api.refund(id)).status).toBe(202);
});

it.each<[string, Fields]>([
  ['authorized', { capture: false }],
  ['declined', { amount: 1005 }],
  ['waiting for its payer', { amount: 1003 }],
  ['a card verification', { amount: 0 }],
])('is rejected for a payment that is %s', async (_, fields) => {
  const api = await openApi();
  const { body } = await api.pay(fields);

  expect(await api.refund(body.id)).toMatchObject({ status: 403, body: '' });
});

it('ignores fields that are not documented', async () => {
  const api = await openApi();
  const id = await api.charge({ reference: 'ORD-1' });

  const { body } = await api.refund(id, { reference: 17, metadata: 'blue' });

  expect(body.reference).toBe('ORD-1');
  const [refund] = await api.actions(id);
  expect(refund).not.toHaveProperty('reference');
  expect(refund).not.toHaveProperty('metadata');
});

it('accepts the currency of the payment only', async () => {
  const api = await openApi();
  const id = await api.charge({ currency: 'EUR' });

  expect(await api.refund(id, { refund_currency: 'USD' })).toMatchObject(
    errorResponse('refund_currency_invalid'),
  );
  expect((await api.refund(id, { refund_currency: 'EUR' })).status).toBe(202);
});
