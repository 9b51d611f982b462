import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, CARD, DAY, errorResponse, type Fields, SECOND } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };

describe('a capture', () => {
  it('without an amount takes everything', async () => {
    const api = await openApi();
    const id = await api.authorize({ reference: 'ORD-1' });

    const { status, body } = await api.capture(id);

    expect({ status, reference: body.reference }).toEqual({ status: 202, reference: 'ORD-1' });
    expect(await api.details(id)).toMatchObject({
      status: 'Captured',
      balances: balances(1000, { captured: 1000 }),
    });
  });

  it('says the identifier and reference that its action then has', async () => {
    const api = await openApi();
    const id = await api.authorize();

    const { body } = await api.capture(id, { reference: 'CAP-1', metadata: { part: 1 } });

    expect(body).toMatchObject({ action_id: expect.stringMatching(/^act_\w{26}$/), reference: 'CAP-1' });
    expect((await api.actions(id))[0]).toMatchObject({
      id: body.action_id,
      reference: 'CAP-1',
      metadata: { part: 1 },
    });
  });

  it('has its own identifier for a reference when nobody gave one', async () => {
    const api = await openApi();

    const { body } = await api.capture(await api.authorize());

    expect(body.reference).toBe(body.action_id);
  });

  it('that is not final leaves the rest', async () => {
    const api = await openApi();
    const id = await api.authorize();

    await api.capture(id, PART);

    expect(await api.details(id)).toMatchObject({
      status: 'Partially Captured',
      balances: balances(1000, { captured: 400 }),
    });
  });

  it('that is not final and leaves nothing captures the payment', async () => {
    const api = await openApi();
    const id = await api.authorize();

    await api.capture(id, PART);
    await api.capture(id, { amount: 600, capture_type: 'NonFinal' });

    expect(await api.details(id)).toMatchObject({
      status: 'Captured',
      balances: balances(1000, { captured: 1000 }),
    });
  });

  it.each([{ amount: 400 }, { amount: 400, capture_type: 'Final' }])(
    'that is final, as by %o, voids the rest',
    async (body) => {
      const api = await openApi();
      const id = await api.authorize();

      await api.capture(id, body);

      expect(await api.details(id)).toMatchObject({
        status: 'Partially Captured',
        balances: balances(1000, { captured: 400, voided: 600 }),
      });
      expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 400', 'Void 600']);
      expect((await api.capture(id, { amount: 1 })).status).toBe(403);
    },
  );

  it.each<[string, Fields, string]>([
    ['more than authorized', { amount: 1001 }, 'capture_value_greater_than_authorized'],
    ['more than is left', { amount: 601 }, 'capture_value_greater_than_remaining_authorized'],
    ['nothing', { amount: 0 }, 'amount_invalid'],
    ['a negative amount', { amount: -1 }, 'amount_invalid'],
    ['a part of a cent', { amount: 1.5 }, 'amount_invalid'],
    ['an unknown type', { capture_type: 'Last' }, 'capture_type_invalid'],
    ['metadata two levels deep', { metadata: { a: {} } }, 'metadata_invalid'],
    ['a long reference', { reference: 'x'.repeat(81) }, 'reference_invalid'],
  ])('of %s is refused', async (_, body, code) => {
    const api = await openApi();
    const id = await api.authorize();
    await api.capture(id, PART);

    expect(await api.capture(id, body)).toMatchObject(errorResponse(code));

    expect(await api.details(id)).toMatchObject({ balances: balances(1000, { captured: 400 }) });
  });

  it('by American Express takes no reference of more than 30 characters', async () => {
    const api = await openApi();
    const source = { ...CARD, number: '378282246310005' };
    const id = await api.authorize({ source });

    expect(await api.capture(id, { reference: 'x'.repeat(31) })).toMatchObject(
      errorResponse('reference_invalid'),
    );
    expect((await api.capture(id, { reference: 'x'.repeat(30) })).status).toBe(202);
  });

  it('by tamara needs a customer', async () => {
    const api = await openApi();
    const id = await api.authorize({ source: { type: 'tamara' } });

    expect(await api.capture(id)).toMatchObject(errorResponse('customer_required'));
    expect((await api.capture(id, { customer: { name: 'Ann' } })).status).toBe(202);
  });

  it.each<[string, Fields]>([
    ['declined', { amount: 1005 }],
    ['captured', {}],
    ['waiting for its payer', { amount: 1003 }],
    ['a verification', { amount: 0 }],
  ])('of a payment that is %s is refused', async (_, fields) => {
    const api = await openApi();
    const { body } = await api.pay(fields);

    expect(await api.capture(body.id)).toMatchObject({ status: 403, body: '' });
  });
});

describe('a capture that was accepted and is still to come', () => {
  it('takes nothing yet, as all can see', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.authorize();

    await api.capture(id, PART);

    expect(await api.details(id)).toMatchObject({ status: 'Authorized', balances: balances(1000) });
    expect(api.effects(id)).toEqual(['Authorization 1000']);
  });

  it('cannot be taken by a void', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.authorize();
    await api.capture(id, PART);

    await api.void(id);
    api.sandbox.clock.advance(SECOND);

    expect(api.effects(id)).toEqual(['Authorization 1000', 'Void 600', 'Capture 400']);
  });

  it('cannot be taken by another capture', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.authorize();
    await api.capture(id, PART);

    expect(await api.capture(id, { amount: 601 })).toMatchObject(
      errorResponse('capture_value_greater_than_remaining_authorized'),
    );
    expect((await api.capture(id, { amount: 600 })).status).toBe(202);
    expect((await api.capture(id, { amount: 1 })).status).toBe(403);
    expect((await api.void(id)).status).toBe(403);

    api.sandbox.clock.advance(SECOND);
    expect(await api.details(id)).toMatchObject({ status: 'Captured' });
  });

  it('outlives the expiry of the rest', async () => {
    const api = await openApi({ captureDelay: DAY });
    const id = await api.authorize();
    api.sandbox.clock.advance(6.5 * DAY);
    await api.capture(id, PART);

    api.sandbox.clock.advance(DAY);

    expect(api.effects(id)).toEqual(['Authorization 1000', 'Void 600', 'Capture 400']);
    expect(await api.details(id)).toMatchObject({ status: 'Partially Captured' });
  });
});
