import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, DAY, errorResponse, MINUTE, SECOND } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };
const AT = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString();

describe('a payment that is to be captured', () => {
  it.each([{}, { capture: true }])(
    'by %o is accepted as authorized, and captured at once',
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

  it('is captured after the delay, not before', async () => {
    const api = await openApi({ captureDelay: 2 * SECOND });
    const id = await api.charge();

    api.sandbox.clock.advance(2 * SECOND - 1);
    expect(await api.details(id)).toMatchObject({ status: 'Authorized', balances: balances(1000) });
    api.sandbox.clock.advance(1);
    expect(await api.details(id)).toMatchObject({ status: 'Captured' });
  });

  it.each([{}, { capture: false }])('at an instant is captured then, also with %o', async (fields) => {
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
    ['when the authorization has expired', AT(7 * DAY)],
    ['no instant', 'tomorrow'],
  ])('at a time that is %s is refused', async (_, capture_on) => {
    const api = await openApi();

    expect(await api.pay({ capture_on })).toMatchObject(errorResponse('capture_on_invalid'));
  });

  it('at the last instant of its validity is captured and does not expire', async () => {
    const api = await openApi();
    const id = await api.charge({ capture_on: AT(7 * DAY - 1) });

    api.sandbox.clock.advance(8 * DAY);

    expect(await api.details(id)).toMatchObject({ status: 'Captured' });
  });

  it('is not once it was voided', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.charge();
    await api.void(id);

    api.sandbox.clock.advance(MINUTE);

    expect(await api.details(id)).toMatchObject({
      status: 'Voided',
      balances: balances(1000, { voided: 1000 }),
    });
    expect((await api.actions(id)).map(({ type }) => type)).toEqual(['Void', 'Authorization']);
  });

  it('is captured with what increments added', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.charge({ authorization_type: 'Estimated' });
    await api.increment(id, { amount: 500 });

    api.sandbox.clock.advance(SECOND);

    expect(await api.details(id)).toMatchObject({ balances: balances(1500, { captured: 1500 }) });
  });

  it('and was captured in part by hand is captured by the rest', async () => {
    const api = await openApi();
    const id = await api.charge({ capture_on: AT(DAY) });
    await api.capture(id, PART);

    api.sandbox.clock.advance(DAY);

    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 400', 'Capture 600']);
  });
});
