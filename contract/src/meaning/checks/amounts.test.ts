import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, createExchange, findProblems } from '../../testing/exchange.js';
import { checkAmounts } from './amounts.js';

const request = createExchange('requestPayment', 201, AUTHORIZED, { sent: { amount: 100 } });
const increment = (amount: number) =>
  createExchange('incrementAuthorization', 201, { action_id: ACTION_ID, amount }, { sent: { amount: 50 } });

describe('checkAmounts', () => {
  it('accepts the amounts that were asked for', () => {
    const details = createExchange('getPaymentDetails', 200, AUTHORIZED);
    expect(findProblems(checkAmounts, [request, details, increment(50)])).toEqual([]);
  });

  it('reports another amount than that of the request', () => {
    const details = createExchange('getPaymentDetails', 200, { ...AUTHORIZED, amount: 1 });
    expect(findProblems(checkAmounts, [request, details])).toEqual([
      'body.amount is not the amount of the payment request',
    ]);
  });

  it.each([
    { amount: 150, problem: 'is the new total instead of the amount of the increment' },
    { amount: 100, problem: 'is not the amount of the increment' },
  ])('reports that $amount $problem', ({ amount, problem }) => {
    expect(findProblems(checkAmounts, [request, increment(amount)])).toEqual([`body.amount ${problem}`]);
  });

  it('reports an action with another amount than accepted', () => {
    const action = { id: ACTION_ID, type: 'Authorization', amount: 5, authorization_type: 'Incremental' };
    const actions = createExchange('getPaymentActions', 200, [action]);
    expect(findProblems(checkAmounts, [request, increment(50), actions])).toEqual([
      'body.*.amount is not the amount of the accepted incrementAuthorization',
    ]);
  });
});
