import { expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { DAY } from '../testing/fixtures.js';

const KEY = { key: 'key-1' };

it.each<[string, (api: Api) => Promise<unknown>, string[]]>([
  ['a payment', (api) => api.pay({}, KEY), ['Authorization', 'Capture']],
  [
    'a payment to be retried',
    (api) => api.pay({ amount: 1051, merchant_initiated: true, payment_type: 'Recurring' }, KEY),
    ['Authorization', 'Capture'],
  ],
  [
    'a payout that is returned',
    (api) => api.pay({ amount: 1090, destination: { type: 'bank_account' } }, KEY),
    ['Payout', 'Return'],
  ],
  [
    'an increment',
    async (api) =>
      api.increment(await api.authorize({ authorization_type: 'Estimated' }), { amount: 100 }, KEY),
    ['Authorization'],
  ],
  [
    'a capture that voids the rest',
    async (api) => api.capture(await api.authorize(), { amount: 400 }, KEY),
    ['Capture', 'Void'],
  ],
  ['a void', async (api) => api.void(await api.authorize(), {}, KEY), ['Void']],
  ['a refund', async (api) => api.refund(await api.charge(), {}, KEY), ['Refund']],
  [
    'a reversal of a part',
    async (api) => {
      const id = await api.authorize();
      await api.capture(id, { amount: 400, capture_type: 'NonFinal' });
      await api.reverse(id, {}, KEY);
    },
    ['Refund', 'Void'],
  ],
])('shows the idempotency key of each effect of %s', async (_, write, types) => {
  const api = await openApi();

  await write(api);
  api.sandbox.clock.advance(2 * DAY);

  const effects = api.sandbox.ledger().filter(({ idempotencyKey }) => idempotencyKey === KEY.key);
  expect(effects.map(({ type }) => type)).toEqual(types);
});
