import { expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { balances, DAY, type Fields } from '../testing/fixtures.js';

const MERCHANT = { merchant_initiated: true, payment_type: 'Recurring' };
const AT = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY).toISOString();

async function declined(amount: number, fields: Fields = {}): Promise<{ api: Api; id: string }> {
  const api = await openApi();
  const { body } = await api.pay({ ...MERCHANT, amount, ...fields });
  return { api, id: body.id };
}

it.each([1005, 1051])('schedules retries of a merchant-initiated payment of %i', async (amount) => {
  const { api, id } = await declined(amount);

  expect(await api.details(id)).toMatchObject({
    status: 'Retry Scheduled',
    approved: false,
    balances: balances(0),
    retry: { enabled: true, max_attempts: 3, attempts_made: 0, next_attempt_on: AT(1), ends_on: AT(3) },
  });
});

it.each<[string, number, Fields]>([
  ['declined with a final code', 1012, {}],
  ['not merchant-initiated', 1051, { merchant_initiated: false }],
  ['regular', 1051, { merchant_initiated: undefined, payment_type: 'Regular' }],
])('schedules no retry of a payment that is %s', async (_, amount, fields) => {
  const { api, id } = await declined(amount, fields);

  api.sandbox.clock.advance(4 * DAY);

  const { status, retry } = await api.details(id);
  expect({ status, retry }).toEqual({ status: 'Declined' });
  expect(await api.actions(id)).toHaveLength(1);
});

it('retries after exactly a day', async () => {
  const { api, id } = await declined(1051);

  api.sandbox.clock.advance(DAY - 1);
  expect(await api.details(id)).toMatchObject({ status: 'Retry Scheduled' });
  api.sandbox.clock.advance(1);

  const details = await api.details(id);
  expect(details).toMatchObject({ status: 'Captured', approved: true });
  expect(details.retry).toBeUndefined();
  expect(await api.actions(id)).toMatchObject([
    { type: 'Capture', amount: 1051, processed_on: AT(1) },
    { type: 'Authorization', approved: true, processed_on: AT(1) },
    { type: 'Authorization', approved: false, response_code: '20051', processed_on: AT(0) },
  ]);
});

it('authorizes a recovered payment for seven days from the retry', async () => {
  const { api, id } = await declined(1051, { capture: false });

  api.sandbox.clock.advance(2 * DAY);

  expect(await api.details(id)).toMatchObject({ status: 'Authorized', expires_on: AT(8) });
});

it('counts the retries, and declines the payment after the third', async () => {
  const { api, id } = await declined(1005);
  const seen: unknown[] = [];

  for (let day = 1; day <= 4; day += 1) {
    api.sandbox.clock.advance(DAY);
    const { status, retry } = await api.details(id);
    seen.push([status, retry?.attempts_made, retry?.next_attempt_on, retry?.ends_on]);
  }

  expect(seen).toEqual([
    ['Retry Scheduled', 1, AT(2), AT(3)],
    ['Retry Scheduled', 2, AT(3), AT(3)],
    ['Declined', undefined, undefined, undefined],
    ['Declined', undefined, undefined, undefined],
  ]);
  expect(await api.actions(id)).toHaveLength(4);
  expect(api.sandbox.ledger()).toEqual([]);
});
