import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, DAY } from '../testing/fixtures.js';

const ESTIMATED = { authorization_type: 'Estimated' };

describe('an authorization', () => {
  it('expires after seven days', async () => {
    const api = await openApi();
    const id = await api.authorize();

    api.sandbox.clock.advance(7 * DAY - 1);
    expect(await api.details(id)).toMatchObject({ status: 'Authorized' });
    api.sandbox.clock.advance(1);

    expect(await api.details(id)).toMatchObject({
      status: 'Expired',
      balances: balances(1000, { voided: 1000 }),
    });
    expect((await api.capture(id)).status).toBe(403);
    expect((await api.void(id)).status).toBe(403);
  });

  it('loses the rest after a partial capture when it expires', async () => {
    const api = await openApi();
    const id = await api.authorize();
    await api.capture(id, { amount: 400, capture_type: 'NonFinal' });

    api.sandbox.clock.advance(7 * DAY);

    expect(await api.details(id)).toMatchObject({
      status: 'Partially Captured',
      balances: balances(1000, { captured: 400, voided: 600 }),
    });
    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 400', 'Void 600']);
  });

  it('expires seven days after it was extended', async () => {
    const api = await openApi();
    const id = await api.authorize(ESTIMATED);
    api.sandbox.clock.advance(5 * DAY);
    await api.increment(id);

    api.sandbox.clock.advance(7 * DAY - 1);
    expect(await api.details(id)).toMatchObject({ status: 'Authorized' });
    api.sandbox.clock.advance(1);
    expect(await api.details(id)).toMatchObject({ status: 'Expired' });
  });

  it('does not expire when it is captured or voided', async () => {
    const api = await openApi();
    const captured = await api.charge();
    const voided = await api.authorize();
    await api.void(voided);

    api.sandbox.clock.advance(8 * DAY);

    expect(await api.details(captured)).toMatchObject({ status: 'Captured' });
    expect(await api.details(voided)).toMatchObject({ status: 'Voided' });
    expect(api.effects(voided)).toEqual(['Authorization 1000', 'Void 1000']);
  });
});
