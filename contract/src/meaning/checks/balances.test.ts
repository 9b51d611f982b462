import { describe, expect, it } from 'vitest';
import { AUTHORIZED, BALANCES, createExchange, findProblems } from '../../testing/exchange.js';
import { checkBalances } from './balances.js';

const check = (changed: object) =>
  findProblems(checkBalances, [
    createExchange('getPaymentDetails', 200, { ...AUTHORIZED, balances: { ...BALANCES, ...changed } }),
  ]);

describe('checkBalances', () => {
  it('accepts balances that add up, and less available than the totals say', () => {
    expect(check({})).toEqual([]);
    expect(check({ available_to_capture: 0, available_to_refund: 0 })).toEqual([]);
  });

  it.each([
    { name: 'total_captured', value: 140, problem: 'and `total_voided` are more than was authorized' },
    { name: 'total_refunded', value: 41, problem: 'is more than was captured' },
    {
      name: 'available_to_capture',
      value: 61,
      problem: 'is negative, or more than is authorized and neither voided nor captured',
    },
    { name: 'total_voided', value: -1, problem: 'is negative' },
  ])('reports that $name $value $problem', ({ name, value, problem }) => {
    expect(check({ [name]: value })).toContain(`body.balances.${name} ${problem}`);
  });

  it('reports totals that are not the sums of the actions', () => {
    const details = createExchange('getPaymentDetails', 200, { ...AUTHORIZED, balances: BALANCES });
    const actions = createExchange('getPaymentActions', 200, [
      { type: 'Authorization', amount: 100, approved: true },
      { type: 'Capture', amount: 30, approved: true },
      { type: 'Capture', amount: 10, approved: false },
    ]);
    expect(findProblems(checkBalances, [details, actions, { ...details }])).toEqual([
      'body.balances.total_captured is not the sum of the approved actions of the payment',
    ]);
  });

  it('counts an increment that is repeated with its key once', () => {
    const request = createExchange('requestPayment', 201, AUTHORIZED, { sent: { amount: 100 } });
    const balances = {
      ...BALANCES,
      total_authorized: 150,
      available_to_void: 110,
      available_to_capture: 110,
    };
    const body = { ...AUTHORIZED, balances };
    const increment = createExchange('incrementAuthorization', 201, body, {
      sent: { amount: 50 },
      idempotencyKey: 'key',
    });
    expect(findProblems(checkBalances, [request, increment, { ...increment }])).toEqual([]);
  });

  it.each([
    {
      verb: 'reports',
      type: 'NonFinal',
      problems: ['body.balances.total_voided is more than 0, although every capture so far was `NonFinal`'],
    },
    { verb: 'accepts', type: 'Final', problems: [] },
  ])('$verb that a $type capture voids the rest', ({ type, problems }) => {
    const request = createExchange('requestPayment', 201, AUTHORIZED, { sent: { amount: 100 } });
    const capture = createExchange('capturePayment', 202, {}, { sent: { amount: 40, capture_type: type } });
    const balances = { ...BALANCES, total_voided: 60, available_to_void: 0, available_to_capture: 0 };
    const details = createExchange('getPaymentDetails', 200, { ...AUTHORIZED, balances });
    expect(findProblems(checkBalances, [request, capture, details])).toEqual(problems);
  });
});
