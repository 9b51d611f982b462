import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, createExchange, findProblems, ID } from '../../testing/exchange.js';
import { checkAgreement } from './agreement.js';

const details = createExchange('getPaymentDetails', 200, { ...AUTHORIZED, source: { last4: '4242' } });
const search = (item: object) => createExchange('searchPayments', 202, { data: [{ id: ID, ...item }] });
const action = { id: ACTION_ID, type: 'Authorization', response_code: '10000', approved: true };
const actions = createExchange('getPaymentActions', 200, [action]);

describe('checkAgreement', () => {
  it('accepts a search that leaves fields out', () => {
    expect(findProblems(checkAgreement, [details, search({ amount: 100 })])).toEqual([]);
  });

  it('accepts a time of the same second', () => {
    expect(
      findProblems(checkAgreement, [details, search({ requested_on: '2026-03-01T09:59:59.6Z' })]),
    ).toEqual([]);
  });

  it.each([
    { place: 'amount', item: { amount: 1 } },
    { place: 'source.last4', item: { source: { last4: '1111' } } },
    { place: 'requested_on', item: { requested_on: '2026-03-01T11:00:00Z' } },
  ])('reports another $place than in the details', ({ place, item }) => {
    expect(findProblems(checkAgreement, [details, search(item)])).toEqual([
      `body.data.*.${place} is not what getPaymentDetails returned for the same payment`,
    ]);
  });

  it('reports an action that says something else than the result', () => {
    const result = { ...AUTHORIZED, action_id: ACTION_ID, response_code: '10100' };
    expect(findProblems(checkAgreement, [createExchange('requestPayment', 201, result), actions])).toEqual([
      'body.*.response_code is not what requestPayment returned for the same action',
    ]);
  });

  it('reports an action that says something else than its summary, unless the payment changes', () => {
    const summary = { ...AUTHORIZED, actions: [{ id: ACTION_ID, type: 'Capture' }] };
    const before = createExchange('getPaymentDetails', 200, summary);
    expect(findProblems(checkAgreement, [before, actions, { ...before }])).toEqual([
      'body.*.type is not what getPaymentDetails returned for the same action',
    ]);
    const after = createExchange('getPaymentDetails', 200, { ...summary, status: 'Voided' });
    expect(findProblems(checkAgreement, [before, actions, after])).toEqual([]);
  });
});
