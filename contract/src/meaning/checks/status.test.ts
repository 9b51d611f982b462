import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, BALANCES, createExchange, findProblems } from '../../testing/exchange.js';
import { checkStatus } from './status.js';

const details = (changed: object) => createExchange('getPaymentDetails', 200, { ...AUTHORIZED, ...changed });
const check = (changed: object) => findProblems(checkStatus, [details(changed)]);

describe('checkStatus', () => {
  it.each([
    { status: 'Partially Captured', balances: BALANCES },
    { status: 'Captured', balances: { ...BALANCES, total_voided: 60, available_to_capture: 0 } },
    { status: 'Captured' },
    { status: 'Pending', approved: false },
  ])('accepts %j', (changed) => {
    expect(check(changed)).toEqual([]);
  });

  it('reports Captured while more can be captured', () => {
    expect(check({ status: 'Captured', balances: BALANCES })).toEqual([
      'body.status contradicts the balances: `available_to_capture` is more than 0',
    ]);
  });

  it('reports an approval that contradicts the status', () => {
    expect(check({ approved: false })).toEqual(['body.approved is false, which contradicts the status']);
  });

  it.each([
    { asked: 40, problems: ['body.status is not that of a payment of which a part was captured'] },
    { asked: 100, problems: [] },
  ])('says $problems of Captured after a capture of $asked', ({ asked, problems }) => {
    const history = [
      createExchange('requestPayment', 201, AUTHORIZED, { sent: { amount: 100, capture: false } }),
      createExchange(
        'capturePayment',
        202,
        { action_id: ACTION_ID },
        { sent: { amount: asked, capture_type: 'NonFinal' } },
      ),
      details({ status: 'Captured' }),
    ];
    expect(findProblems(checkStatus, history)).toEqual(problems);
  });

  it.each([
    { status: 201, state: 'Pending', capture: false, isRight: false },
    { status: 202, state: 'Pending', capture: false, isRight: true },
    { status: 202, state: 'Authorized', capture: false, isRight: false },
    { status: 202, state: 'Authorized', capture: true, isRight: true },
  ])(
    'takes a $status with $state and capture: $capture for right: $isRight',
    ({ status, state, capture, isRight }) => {
      const request = createExchange('requestPayment', status, { status: state }, { sent: { capture } });
      expect(findProblems(checkStatus, [request])).toHaveLength(isRight ? 0 : 1);
    },
  );
});
