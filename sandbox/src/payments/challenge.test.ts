import { describe, expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { requestChallengedPayment } from '../testing/challenged-payment.js';
import { balances, MINUTE, UNKNOWN_ID } from '../testing/fixtures.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

it('keeps a payment pending until its payer acts', async () => {
  const { api, id, page } = await requestChallengedPayment();

  expect(await api.details(id)).toMatchObject({
    status: 'Pending',
    approved: false,
    balances: balances(0),
    _links: { redirect: { href: page } },
  });
  expect(await api.actions(id)).toEqual([]);
});

it('accepts the session id for the details of a payment, and for nothing else', async () => {
  const { api, id, page } = await requestChallengedPayment();
  const session = page.split('/').at(-1);

  expect(session).toMatch(/^sid_\w{26}$/);
  expect((await api.get(`/payments/${session}`)).body).toEqual(await api.details(id));
  expect((await api.get(`/payments/${session}/actions`)).status).toBe(404);
});

it('does not challenge a merchant-initiated payment', async () => {
  const api = await openApi();

  const { body } = await api.pay({ amount: 1003, merchant_initiated: true, payment_type: 'Recurring' });

  expect(body.status).toBe('Authorized');
});

describe.each<
  [string, (challenge: { api: Api; id: string; page: string }, outcome: string) => Promise<unknown>]
>([
  ['the library', async ({ api, id }, outcome) => api.sandbox.challenges.complete(id, outcome as 'declined')],
  [
    'the library, by the session id',
    async ({ api, page }, outcome) =>
      api.sandbox.challenges.complete(String(page.split('/').at(-1)), outcome as 'declined'),
  ],
  [
    'a JSON request',
    async ({ api, page }, outcome) => {
      expect((await api.post(page, { outcome })).status).toBe(204);
    },
  ],
  [
    'the form of the page',
    async ({ api, page }, outcome) => {
      const response = await api.request('POST', page, `outcome=${outcome}`, { headers: FORM });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(`challenge is complete: ${outcome}`);
    },
  ],
])('a challenge completed through %s', (_, complete) => {
  it.each([
    ['authorized', 'Captured', true, ['Authorization 1003', 'Capture 1003']],
    ['declined', 'Declined', false, []],
    ['canceled', 'Canceled', false, []],
    ['expired', 'Expired', false, []],
  ])('changes the payment by its outcome %s', async (outcome, status, approved, effects) => {
    const challenge = await requestChallengedPayment();
    const { api, id } = challenge;

    await complete(challenge, outcome);

    const details = await api.details(id);
    expect(details).toMatchObject({ status, approved });
    expect(details._links).not.toHaveProperty('redirect');
    expect(api.effects(id)).toEqual(effects);
  });
});

it('is authorized by default', async () => {
  const { api, id, page } = await requestChallengedPayment({ capture: false });

  await api.post(page);

  expect(await api.details(id)).toMatchObject({ status: 'Authorized' });
});

it('does not approve a card that the processor declines', async () => {
  const { api, id } = await requestChallengedPayment({
    source: { type: 'card', number: '4000000000000002', expiry_month: 1, expiry_year: 2030 },
  });

  api.sandbox.challenges.complete(id);

  expect(await api.details(id)).toMatchObject({ status: 'Declined', approved: false });
});

it('expires after 15 minutes', async () => {
  const { api, id } = await requestChallengedPayment();

  api.sandbox.clock.advance(15 * MINUTE - 1);
  expect(await api.details(id)).toMatchObject({ status: 'Pending' });
  api.sandbox.clock.advance(1);

  expect(await api.details(id)).toMatchObject({ status: 'Expired', approved: false });
  expect(() => api.sandbox.challenges.complete(id)).toThrow(TypeError);
});

it('does not expire after it was completed', async () => {
  const { api, id } = await requestChallengedPayment();
  api.sandbox.challenges.complete(id);

  api.sandbox.clock.advance(16 * MINUTE);

  expect(await api.details(id)).toMatchObject({ status: 'Captured' });
});

it('starts the lifetime of the authorization when the payer acts', async () => {
  const { api, id } = await requestChallengedPayment({ capture: false });
  api.sandbox.clock.advance(MINUTE);

  api.sandbox.challenges.complete(id);

  expect(await api.details(id)).toMatchObject({ expires_on: '2026-01-08T00:01:00.000Z' });
});

it('captures at once when capture_on has passed meanwhile', async () => {
  const { api, id } = await requestChallengedPayment({ capture_on: '2026-01-01T00:05:00Z' });
  api.sandbox.clock.advance(10 * MINUTE);

  api.sandbox.challenges.complete(id);

  expect((await api.actions(id))[0]).toMatchObject({
    type: 'Capture',
    processed_on: '2026-01-01T00:10:00.000Z',
  });
});

it('cannot be completed a second time', async () => {
  const { api, id, page } = await requestChallengedPayment();
  api.sandbox.challenges.complete(id, 'canceled');

  expect(() => api.sandbox.challenges.complete(id)).toThrow(
    new TypeError(`challenges.complete: no payment ${id} waits for its payer.`),
  );
  expect(await api.post(page)).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('waits for its payer') },
  });
  expect(await api.details(id)).toMatchObject({ status: 'Canceled' });
});

it.each<[string, string]>([
  ['an unknown id', UNKNOWN_ID],
  ['an empty id', ''],
])('throws for %s', async (_, id) => {
  const { sandbox } = await openApi();

  expect(() => sandbox.challenges.complete(id)).toThrow(TypeError);
});

it('throws for a payment that never waited for its payer', async () => {
  const api = await openApi();
  const id = await api.charge();

  expect(() => api.sandbox.challenges.complete(id)).toThrow('waits for its payer');
});

it('throws an error that names the outcomes for an unknown one', async () => {
  const { api, id } = await requestChallengedPayment();

  expect(() => api.sandbox.challenges.complete(id, 'approved' as 'authorized')).toThrow(
    new TypeError('challenges.complete: `outcome` must be one of authorized, declined, canceled, expired.'),
  );
  expect(await api.details(id)).toMatchObject({ status: 'Pending' });
});
