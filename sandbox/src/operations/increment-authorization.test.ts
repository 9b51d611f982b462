import { describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.js';
import { openApi } from '../testing/api.js';
import { balances, DAY, errorResponse, type Fields } from '../testing/fixtures.js';

const ESTIMATED = { authorization_type: 'Estimated' };

/** Returns when a payment expires, in days from the start. */
async function readExpiry(api: Api, id: string): Promise<number> {
  const { expires_on } = await api.details(id);
  return (Date.parse(String(expires_on)) - Date.UTC(2026, 0, 1)) / DAY;
}

describe('an increment', () => {
  it('raises the authorized and the available amount', async () => {
    const api = await openApi();
    const id = await api.authorize({ ...ESTIMATED, reference: 'ORD-1' });

    const { status, body } = await api.increment(id, { amount: 250, metadata: { night: 2 } });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'Authorized',
      approved: true,
      amount: 250,
      currency: 'USD',
      reference: 'ORD-1',
      balances: balances(1250),
    });
    expect(await api.details(id)).toMatchObject({ status: 'Authorized', balances: balances(1250) });
    expect((await api.actions(id))[0]).toMatchObject({
      id: body.action_id,
      type: 'Authorization',
      amount: 250,
      authorization_type: 'Incremental',
      metadata: { night: 2 },
    });
    expect(api.effects(id)).toEqual(['Authorization 1000', 'Authorization 250']);
  });

  it('extends the authorization to seven days from now', async () => {
    const api = await openApi();
    const id = await api.authorize(ESTIMATED);
    api.sandbox.clock.advance(3 * DAY);

    const { body } = await api.increment(id, { amount: 1 });

    expect(body.expires_on).toBe('2026-01-11T00:00:00.000Z');
    expect(await readExpiry(api, id)).toBe(10);
  });

  it.each([{ amount: 0 }, {}, undefined])(
    'only extends the authorization when its amount is 0: %o',
    async (body) => {
      const api = await openApi();
      const id = await api.authorize(ESTIMATED);
      api.sandbox.clock.advance(DAY);

      expect((await api.increment(id, body)).body).toMatchObject({ amount: 0, balances: balances(1000) });

      expect(await readExpiry(api, id)).toBe(8);
      expect(api.effects(id)).toEqual(['Authorization 1000']);
    },
  );

  it('responds with 201 when it is declined, and leaves the payment unchanged', async () => {
    const api = await openApi();
    const id = await api.authorize(ESTIMATED);
    api.sandbox.clock.advance(DAY);
    const before = await api.details(id);

    const { status, body } = await api.increment(id, { amount: 151 });

    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'Declined', approved: false, response_code: '20051' });
    expect(body.balances).toEqual(balances(1000));
    const { actions: _, ...after } = await api.details(id);
    expect(before).toMatchObject(after);
    expect(await readExpiry(api, id)).toBe(7);
    expect((await api.actions(id))[0]).toMatchObject({ amount: 151, approved: false });
  });

  it('can be followed by another one and a capture of the whole amount', async () => {
    const api = await openApi();
    const id = await api.authorize(ESTIMATED);

    await api.increment(id, { amount: 100 });
    await api.increment(id, { amount: 200 });
    expect((await api.capture(id)).status).toBe(202);

    expect(await api.details(id)).toMatchObject({
      status: 'Captured',
      balances: balances(1300, { captured: 1300 }),
    });
  });

  it('is rejected when the total becomes too large to sum exactly', async () => {
    const api = await openApi();
    const id = await api.authorize({ ...ESTIMATED, amount: 999_999_999_999 });

    expect(await api.increment(id, { amount: 1 })).toMatchObject(errorResponse('amount_invalid'));
    expect((await api.increment(id, { amount: 0 })).status).toBe(201);
  });

  it.each<[string, Fields]>([
    ['a negative amount', { amount: -1 }],
    ['a fraction of a cent', { amount: 0.5 }],
  ])('is rejected with %s', async (_, body) => {
    const api = await openApi();

    expect(await api.increment(await api.authorize(ESTIMATED), body)).toMatchObject(
      errorResponse('amount_invalid'),
    );
  });

  it.each<[string, (api: Api) => Promise<string>]>([
    ['is final', (api) => api.authorize()],
    [
      'is captured in part',
      async (api) => {
        const id = await api.authorize(ESTIMATED);
        await api.capture(id, { amount: 400, capture_type: 'NonFinal' });
        return id;
      },
    ],
    ['is captured', (api) => api.charge(ESTIMATED)],
    [
      'is voided',
      async (api) => {
        const id = await api.authorize(ESTIMATED);
        await api.void(id);
        return id;
      },
    ],
    ['is declined', (api) => api.charge({ ...ESTIMATED, amount: 1005 })],
    ['only verified the card', (api) => api.charge({ ...ESTIMATED, amount: 0 })],
  ])('is rejected for a payment that %s', async (_, arrange) => {
    const api = await openApi();
    const id = await arrange(api);
    const before = await api.details(id);

    expect(await api.increment(id, { amount: 100 })).toMatchObject({ status: 403, body: '' });

    expect(await api.details(id)).toEqual(before);
  });

  it('is rejected while an accepted capture is not carried out yet', async () => {
    const api = await openApi({ captureDelay: 1000 });
    const id = await api.authorize(ESTIMATED);
    await api.capture(id, { amount: 400, capture_type: 'NonFinal' });

    expect((await api.increment(id, { amount: 100 })).status).toBe(403);
  });
});
