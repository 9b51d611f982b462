import { expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { balances, CARD, DAY, errorResponse, type Fields, SECOND } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };
const RECURRING = { merchant_initiated: true, payment_type: 'Recurring', amount: 1005 };

/** Creates an authorized payment, and acts on it. */
function after(act: (api: Api, id: string) => Promise<unknown>) {
  return async (api: Api) => {
    const id = await api.authorize();
    await act(api, id);
    return id;
  };
}

it.each<[string, (api: Api) => Promise<string>, string, object, string[]]>([
  ['Authorized', (api) => api.authorize(), 'Voided', balances(1000, { voided: 1000 }), ['Void 1000']],
  [
    'Captured',
    (api) => api.charge(),
    'Refunded',
    balances(1000, { captured: 1000, refunded: 1000 }),
    ['Refund 1000'],
  ],
  [
    'Partially Captured',
    after((api, id) => api.capture(id, PART)),
    'Refunded',
    balances(1000, { voided: 600, captured: 400, refunded: 400 }),
    ['Refund 400', 'Void 600'],
  ],
  [
    'Partially Refunded',
    after(async (api, id) => {
      await api.capture(id, PART);
      await api.refund(id, { refund_amount: 100 });
    }),
    'Refunded',
    balances(1000, { voided: 600, captured: 400, refunded: 400 }),
    ['Refund 300', 'Void 600'],
  ],
  ['Retry Scheduled', (api) => api.charge(RECURRING), 'Canceled', balances(0), []],
])('reverses a payment completely that is %s', async (before, arrange, status, left, effects) => {
  const api = await openApi();
  const id = await arrange(api);
  expect(await api.details(id)).toMatchObject({ status: before });
  const earlier = api.effects(id);
  const actionsBefore = await api.actions(id);

  const response = await api.reverse(id);

  expect(response).toMatchObject({ status: 202, body: { action_id: expect.stringMatching(/^act_/) } });
  expect(await api.details(id)).toMatchObject({ status, balances: left });
  expect(api.effects(id)).toEqual([...earlier, ...effects]);
  const actions = await api.actions(id);
  expect(actions.map((action) => action.id)).toContain(response.body.action_id);
  // Stopping retries is an action without an effect, and the only one of its kind.
  expect(actions.length - actionsBefore.length).toBe(Math.max(effects.length, 1));
});

it.each<[string, (api: Api) => Promise<string>]>([
  ['Voided', after((api, id) => api.void(id))],
  [
    'Refunded',
    after(async (api, id) => {
      await api.capture(id);
      await api.refund(id);
    }),
  ],
  [
    'Canceled',
    async (api) => {
      const id = await api.charge(RECURRING);
      await api.cancelRetries(id);
      return id;
    },
  ],
])('responds with 204 for a payment that is %s', async (status, arrange) => {
  const api = await openApi();
  const id = await arrange(api);
  const before = await api.details(id);
  expect(before.status).toBe(status);

  expect(await api.reverse(id)).toMatchObject({ status: 204, body: '' });

  expect(await api.details(id)).toEqual(before);
});

it('responds with 204 the second time', async () => {
  const api = await openApi();
  const id = await api.charge();

  expect((await api.reverse(id)).status).toBe(202);
  expect((await api.reverse(id)).status).toBe(204);

  expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 1000']);
});

it.each<[string, Fields]>([
  ['Pending', { amount: 1003 }],
  ['Declined', { amount: 1005 }],
  ['Card Verified', { amount: 0 }],
])('is rejected for a payment that is %s', async (status, fields) => {
  const api = await openApi();
  const { body } = await api.pay(fields);
  expect(body.status).toBe(status);

  expect(await api.reverse(body.id)).toMatchObject({ status: 403, body: '' });

  expect(await api.details(body.id)).toMatchObject({ status });
});

it('is rejected for a payment that is Expired', async () => {
  const api = await openApi();
  const id = await api.authorize();
  api.sandbox.clock.advance(7 * DAY);

  expect((await api.reverse(id)).status).toBe(403);
  expect(await api.details(id)).toMatchObject({ status: 'Expired' });
});

it.each(['Authorized', 'Captured'])('is rejected for a payment without a card that is %s', async (status) => {
  const api = await openApi();
  const id = await api.charge({ source: { type: 'alipay' }, capture: status === 'Captured' });
  const before = await api.details(id);
  expect(before.status).toBe(status);

  expect(await api.reverse(id)).toMatchObject({ status: 403, body: '' });

  expect(await api.details(id)).toEqual(before);
});

it('cancels an accepted capture that is not carried out yet', async () => {
  const api = await openApi({ captureDelay: SECOND });
  const id = await api.authorize();
  await api.capture(id, PART);

  expect((await api.reverse(id)).status).toBe(202);
  api.sandbox.clock.advance(SECOND);

  expect(await api.details(id)).toMatchObject({ status: 'Voided' });
  expect(api.effects(id)).toEqual(['Authorization 1000', 'Void 1000']);
});

it('cancels the automatic capture of the payment request', async () => {
  const api = await openApi({ captureDelay: SECOND });
  const id = await api.charge({ source: CARD });
  await api.reverse(id);

  api.sandbox.clock.advance(SECOND);

  expect(await api.details(id)).toMatchObject({ status: 'Voided' });
});

it('cancels the scheduled retries', async () => {
  const api = await openApi();
  const id = await api.charge({ ...RECURRING, amount: 1051 });
  await api.reverse(id);

  api.sandbox.clock.advance(4 * DAY);

  expect(await api.details(id)).toMatchObject({ status: 'Canceled', approved: false });
});

it('refunds the requested amount and voids the rest of the authorization', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, PART);

  expect((await api.reverse(id, { refund_amount: 100, refund_currency: 'USD' })).status).toBe(202);

  expect(await api.details(id)).toMatchObject({
    status: 'Partially Refunded',
    balances: balances(1000, { voided: 600, captured: 400, refunded: 100 }),
  });
});

it.each<[string, Fields, string]>([
  ['more than was captured', { refund_amount: 401 }, 'amount_exceeds_balance'],
  ['an amount of 0', { refund_amount: 0 }, 'refund_amount_invalid'],
  ['another currency', { refund_currency: 'EUR' }, 'refund_currency_invalid'],
  ['an undocumented void_if_not_settled', { void_if_not_settled: 'yes' }, 'void_if_not_settled_invalid'],
])('is rejected with %s', async (_, fields, code) => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, PART);
  const before = await api.details(id);

  expect(await api.reverse(id, fields)).toMatchObject(errorResponse(code));

  expect(await api.details(id)).toEqual(before);
});

it('is rejected with an amount to refund while nothing is captured', async () => {
  const api = await openApi();
  const id = await api.authorize();

  expect(await api.reverse(id, { refund_amount: 100 })).toMatchObject(errorResponse('refund_amount_invalid'));

  expect(await api.details(id)).toMatchObject({ status: 'Authorized' });
});

it('reads the amount to refund in the configured unit', async () => {
  const api = await openApi({ refundAmountUnit: 'major' });
  const id = await api.charge();

  await api.reverse(id, { refund_amount: 2.5 });

  expect(api.effects(id)).toContain('Refund 250');
});
