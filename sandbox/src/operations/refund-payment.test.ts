import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, errorResponse, type Fields } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };

it('gives everything back unless it says how much', async () => {
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

it('gives a part back, and the rest later', async () => {
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

it('never gives back more than was captured', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, PART);
  await api.refund(id, { refund_amount: 150 });

  expect(await api.refund(id, { refund_amount: 251 })).toMatchObject(errorResponse('amount_exceeds_balance'));

  expect((await api.refund(id, { refund_amount: 250 })).status).toBe(202);
  expect((await api.refund(id, { refund_amount: 1 })).status).toBe(403);
});

it('leaves a payment refunded in part while something of it is still authorized', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, PART);

  await api.refund(id);

  expect(await api.details(id)).toMatchObject({
    status: 'Partially Refunded',
    balances: balances(1000, { captured: 400, refunded: 400 }),
  });
});

it('refunds a payment in full of which the rest was voided', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, { amount: 400 });

  await api.refund(id);

  expect(await api.details(id)).toMatchObject({ status: 'Refunded' });
});

it('cannot touch a capture that was accepted and is still to come', async () => {
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
  ['a verification', { amount: 0 }],
])('is refused for a payment that is %s', async (_, fields) => {
  const api = await openApi();
  const { body } = await api.pay(fields);

  expect(await api.refund(body.id)).toMatchObject({ status: 403, body: '' });
});

it('passes over fields that are not documented for it', async () => {
  const api = await openApi();
  const id = await api.charge({ reference: 'ORD-1' });

  const { body } = await api.refund(id, { reference: 17, metadata: 'blue' });

  expect(body.reference).toBe('ORD-1');
  const [refund] = await api.actions(id);
  expect(refund).not.toHaveProperty('reference');
  expect(refund).not.toHaveProperty('metadata');
});

it('takes the currency of the payment and no other', async () => {
  const api = await openApi();
  const id = await api.charge({ currency: 'EUR' });

  expect(await api.refund(id, { refund_currency: 'USD' })).toMatchObject(
    errorResponse('refund_currency_invalid'),
  );
  expect((await api.refund(id, { refund_currency: 'EUR' })).status).toBe(202);
});

describe.each<
  [unit: 'minor' | 'major', currency: string, minorUnits: Record<number, number>, wrong: unknown[]]
>([
  ['minor', 'USD', { 10: 10, 1000: 1000 }, [0, 0.1, 10.5, -1, '10', null]],
  ['minor', 'KWD', { 10: 10 }, [0.001]],
  ['major', 'USD', { 10: 1000, 10.1: 1010, 0.07: 7, 8.2: 820, 0.01: 1 }, [0, 0.001, 10.999, -1]],
  ['major', 'JPY', { 500: 500 }, [0.5]],
  ['major', 'KWD', { 0.001: 1, 1.001: 1001, 2: 2000 }, [0.0001]],
])('in %s units, a payment in %s', (refundAmountUnit, currency, minorUnits, wrong) => {
  async function charge() {
    const api = await openApi({ refundAmountUnit });
    return { api, id: await api.charge({ currency, amount: 5000 }) };
  }

  it.each(Object.entries(minorUnits))('refunds for %s so many minor units: %i', async (text, minor) => {
    const { api, id } = await charge();

    expect((await api.refund(id, { refund_amount: Number(text) })).status).toBe(202);

    expect((await api.actions(id))[0]).toMatchObject({ type: 'Refund', amount: minor });
  });

  it.each(wrong)('refunds nothing for %s', async (refund_amount) => {
    const { api, id } = await charge();

    expect(await api.refund(id, { refund_amount })).toMatchObject(errorResponse('refund_amount_invalid'));

    expect(api.effects(id)).toHaveLength(2);
  });

  it('refunds nothing for too much', async () => {
    const { api, id } = await charge();

    expect(await api.refund(id, { refund_amount: 5001 })).toMatchObject(
      errorResponse('amount_exceeds_balance'),
    );
  });
});
