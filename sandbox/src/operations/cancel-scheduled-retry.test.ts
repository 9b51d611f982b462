import { describe, expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { balances, CARD, DAY, errorResponse, type Fields } from '../testing/fixtures.js';

const MERCHANT = { merchant_initiated: true, payment_type: 'Recurring' };

async function declined(amount: number, fields: Fields = {}): Promise<{ api: Api; id: string }> {
  const api = await openApi();
  const { body } = await api.pay({ ...MERCHANT, amount, ...fields });
  return { api, id: body.id };
}

describe('cancelScheduledRetry', () => {
  it('cancels the scheduled retries', async () => {
    const { api, id } = await declined(1051);

    const { status, body } = await api.cancelRetries(id, { reference: 'CANCEL-1' });
    api.sandbox.clock.advance(4 * DAY);

    expect({ status, reference: body.reference }).toEqual({ status: 202, reference: 'CANCEL-1' });
    const details = await api.details(id);
    expect(details).toMatchObject({ status: 'Canceled', approved: false, balances: balances(0) });
    expect(details.retry).toBeUndefined();
    expect((await api.actions(id))[0]).toMatchObject({ id: body.action_id, amount: 0 });
    expect(api.sandbox.ledger()).toEqual([]);
  });

  it('cancels the remaining retries after the first one', async () => {
    const { api, id } = await declined(1005);
    api.sandbox.clock.advance(DAY);

    expect((await api.cancelRetries(id)).status).toBe(202);
    api.sandbox.clock.advance(4 * DAY);

    expect(await api.actions(id)).toHaveLength(3);
    expect(await api.details(id)).toMatchObject({ status: 'Canceled' });
  });

  it('rejects a payment without scheduled retries', async () => {
    const { api, id } = await declined(1005);
    const authorized = await api.authorize();
    await api.cancelRetries(id);

    expect(await api.cancelRetries(id)).toMatchObject({ status: 403, body: '' });
    expect(await api.cancelRetries(authorized)).toMatchObject({ status: 403, body: '' });
    expect(await api.details(authorized)).toMatchObject({ status: 'Authorized' });
  });

  it.each([
    ['the documentation', CARD, 81],
    ['American Express', { ...CARD, number: '378282246310005' }, 31],
  ])('rejects a reference that is too long for %s', async (_, source, length) => {
    const { api, id } = await declined(1005, { source });

    expect(await api.cancelRetries(id, { reference: 'x'.repeat(length) })).toMatchObject(
      errorResponse('reference_invalid'),
    );
    expect((await api.cancelRetries(id, { reference: 'x'.repeat(length - 1) })).status).toBe(202);
  });
});
