import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { balances, CARD, DAY, errorResponse, type Fields, SECOND } from '../testing/fixtures.js';

const PART = { amount: 400, capture_type: 'NonFinal' };

describe('a capture', () => {
  it('captures everything without an amount', async () => {
    const api = await openApi();
    const id = await api.authorize({ reference: 'ORD-1' });

    const { status, body } = await api.capture(id);

    expect({ status, reference: body.reference }).toEqual({ status: 202, reference: 'ORD-1' });
    expect(await api.details(id)).toMatchObject({
      status: 'Captured',
      balances: balances(1000, { captured: 1000 }),
    });
  });

  it('returns the identifier and reference of its action', async () => {
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

  it('returns its identifier as the reference when there is none', async () => {
    const api = await openApi();

    const { body } = await api.capture(await api.authorize());

    expect(body.reference).toBe(body.action_id);
  });

  it('leaves the rest authorized when it is not final', async () => {
    const api = await openApi();
    const id = await api.authorize();

    await api.capture(id, PART);

    expect(await api.details(id)).toMatchObject({
      status: 'Partially Captured',
      balances: balances(1000, { captured: 400 }),
    });
  });

  it('completes the payment when nothing is left, even if it is not final', async () => {
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
    'voids the rest when it is final, as with %o',
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
    ['an amount of 0', { amount: 0 }, 'amount_invalid'],
    ['a negative amount', { amount: -1 }, 'amount_invalid'],
    ['a fraction of a cent', { amount: 1.5 }, 'amount_invalid'],
    ['an unknown type', { capture_type: 'Last' }, 'capture_type_invalid'],
    ['metadata two levels deep', { metadata: { a: {} } }, 'metadata_invalid'],
    ['a long reference', { reference: 'x'.repeat(81) }, 'reference_invalid'],
  ])('rejects %s', async (_, body, code) => {
    const api = await openApi();
    const id = await api.authorize();
    await api.capture(id, PART);

    expect(await api.capture(id, body)).toMatchObject(errorResponse(code));

    expect(await api.details(id)).toMatchObject({ balances: balances(1000, { captured: 400 }) });
  });

  it('captures more of a payment whose first part was refunded', async () => {
    const api = await openApi();
    const id = await api.authorize();
    await api.capture(id, PART);
    await api.refund(id);

    expect((await api.capture(id, { amount: 600 })).status).toBe(202);

    expect(await api.details(id)).toMatchObject({
      status: 'Partially Refunded',
      balances: balances(1000, { captured: 1000, refunded: 400 }),
    });
  });

  it('rejects a reference of more than 30 characters for American Express', async () => {
    const api = await openApi();
    const source = { ...CARD, number: '378282246310005' };
    const id = await api.authorize({ source });

    expect(await api.capture(id, { reference: 'x'.repeat(31) })).toMatchObject(
      errorResponse('reference_invalid'),
    );
    expect((await api.capture(id, { reference: '😀'.repeat(30) })).status).toBe(202);
  });

  it('requires a customer for tamara', async () => {
    const api = await openApi();
    const id = await api.authorize({ source: { type: 'tamara' } });

    expect(await api.capture(id)).toMatchObject(errorResponse('customer_required'));
    expect((await api.capture(id, { customer: { name: 'Ann' } })).status).toBe(202);
  });

  it.each<[string, Fields]>([
    ['declined', { amount: 1005 }],
    ['captured', {}],
    ['waiting for its payer', { amount: 1003 }],
    ['a card verification', { amount: 0 }],
  ])('rejects a payment that is %s', async (_, fields) => {
    const api = await openApi();
    const { body } = await api.pay(fields);

    expect(await api.capture(body.id)).toMatchObject({ status: 403, body: '' });
  });
});

describe('an accepted capture that is not carried out yet', () => {
  it('reserves its amount, and changes neither the totals nor the ledger', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.authorize();

    await api.capture(id, PART);

    expect(await api.details(id)).toMatchObject({
      status: 'Authorized',
      balances: balances(1000, { reserved: 400 }),
    });
    expect(api.effects(id)).toEqual(['Authorization 1000']);
  });

  it('is not voided by a void of the rest', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.authorize();
    await api.capture(id, PART);

    await api.void(id);
    api.sandbox.clock.advance(SECOND);

    expect(api.effects(id)).toEqual(['Authorization 1000', 'Void 600', 'Capture 400']);
  });

  it('cannot be captured a second time', async () => {
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

  it('leaves nothing to capture or void when it is final', async () => {
    const api = await openApi({ captureDelay: SECOND });
    const id = await api.authorize();

    await api.capture(id, { amount: 400 });

    const { balances: shown, _links } = await api.details(id);
    expect(shown).toEqual(balances(1000, { reserved: 1000 }));
    expect(Object.keys(_links)).toEqual(['self', 'actions']);
    expect((await api.capture(id, { amount: 100 })).status).toBe(403);
    expect((await api.void(id)).status).toBe(403);

    api.sandbox.clock.advance(SECOND);
    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 400', 'Void 600']);
  });

  it('is carried out although the rest expires', async () => {
    const api = await openApi({ captureDelay: DAY });
    const id = await api.authorize();
    api.sandbox.clock.advance(6.5 * DAY);
    await api.capture(id, PART);

    api.sandbox.clock.advance(DAY);

    expect(api.effects(id)).toEqual(['Authorization 1000', 'Void 600', 'Capture 400']);
    expect(await api.details(id)).toMatchObject({ status: 'Partially Captured' });
  });
});
