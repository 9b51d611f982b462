import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, DAY, errorResponse, MINUTE, SECOND } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };
const AT = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString();

describe('a payment with an automatic capture', () => {
  it.each([{}, { capture: true }])(
    'is authorized in the response and captured right after it, with %o',
    async (fields) => {
      const api = await openApi();

      const { status, body } = await api.pay({ ...fields, reference: 'ORD-1' }, { key: 'key-1' });

      expect({ status, shown: body.status }).toEqual({ status: 201, shown: 'Authorized' });
      expect(await api.details(body.id)).toMatchObject({
        status: 'Captured',
        balances: balances(1000, { captured: 1000 }),
      });
      expect((await api.actions(body.id))[0]).toMatchObject({ type: 'Capture', reference: 'ORD-1' });
      expect(api.sandbox.ledger()).toMatchObject([
        { type: 'Authorization', amount: 1000, currency: 'USD', idempotencyKey: 'key-1' },
        { type: 'Capture', amount: 1000, currency: 'USD', idempotencyKey: 'key-1' },
      ]);
    },
  );

  it('is captured exactly after the capture delay', async () => {
    const api = await openApi({ captureDelay: 2 * SECOND });
    const id = await api.charge();

    api.sandbox.clock.advance(2 * SECOND - 1);
    expect(await api.details(id)).toMatchObject({ status: 'Authorized' });
    api.sandbox.clock.advance(1);
    expect(await api.details(id)).toMatchObject({ status: 'Captured' });
  });

  it.each([{}, { capture: false }])('is captured exactly at capture_on, with %o', async (fields) => {
    const api = await openApi();
    const id = await api.charge({ ...fields, capture_on: AT(2 * DAY) });

    api.sandbox.clock.advance(2 * DAY - 1);
    expect(await api.details(id)).toMatchObject({ status: 'Authorized' });
    api.sandbox.clock.advance(1);

    expect(await api.details(id)).toMatchObject({ status: 'Captured' });
    expect((await api.actions(id))[0]).toMatchObject({ type: 'Capture', processed_on: AT(2 * DAY) });
  });

  it.each([
    ['in the past', AT(-1)],
    ['after the authorization expires', AT(7 * DAY)],
    ['not a time', 'tomorrow'],
  ])('is rejected when capture_on is %s', async (_, capture_on) => {
    const api = await openApi();

    expect(await api.pay({ capture_on })).toMatchObject(errorResponse('capture_on_invalid'));
  });

  it('is captured in the last millisecond before it expires', async () => {
    const api = await openApi();
    const id = await api.charge({ capture_on: AT(7 * DAY - 1) });

    api.sandbox.clock.advance(8 * DAY);

    expect(await api.details(id)).toMatchObject({ status: 'Captured' });
  });

  it('has nothing left to capture, void or increment while the capture takes its time', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.charge({ authorization_type: 'Estimated' });

    const { balances: shown, _links } = await api.details(id);
    expect(shown).toEqual(balances(1000, { reserved: 1000 }));
    expect(Object.keys(_links)).toEqual(['self', 'actions']);
    expect((await api.capture(id, PART)).status).toBe(403);
    expect((await api.void(id)).status).toBe(403);
    expect((await api.increment(id, { amount: 500 })).status).toBe(403);

    api.sandbox.clock.advance(SECOND);
    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']);
  });

  it('is not captured at capture_on after a void', async () => {
    const api = await openApi();
    const id = await api.charge({ capture_on: AT(SECOND) });
    await api.void(id);

    api.sandbox.clock.advance(MINUTE);

    expect(await api.details(id)).toMatchObject({
      status: 'Voided',
      balances: balances(1000, { voided: 1000 }),
    });
    expect((await api.actions(id)).map(({ type }) => type)).toEqual(['Void', 'Authorization']);
  });

  it('is captured at capture_on with the amount of its increments', async () => {
    const api = await openApi();
    const id = await api.charge({ authorization_type: 'Estimated', capture_on: AT(SECOND) });
    await api.increment(id, { amount: 500 });

    api.sandbox.clock.advance(SECOND);

    expect(await api.details(id)).toMatchObject({ balances: balances(1500, { captured: 1500 }) });
  });

  it('is captured by the rest after a partial capture', async () => {
    const api = await openApi();
    const id = await api.charge({ capture_on: AT(DAY) });
    await api.capture(id, PART);

    api.sandbox.clock.advance(DAY);

    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 400', 'Capture 600']);
  });
});
