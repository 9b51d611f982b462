import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, BALANCES, createExchange, findProblems, ID } from '../../testing/exchange.js';
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

  it.each(['Pending', 'Retry Scheduled'])('reports an approval of a payment that is %s', (status) => {
    const item = { ...AUTHORIZED, status };
    const problem = 'approved is true, which contradicts the status';
    expect(check(item)).toEqual([`body.${problem}`]);
    expect(findProblems(checkStatus, [createExchange('getPaymentsList', 202, { data: [item] })])).toEqual([
      `body.data.*.${problem}`,
    ]);
  });

  it('accepts a pending payout whose authorization succeeded', () => {
    const item = { ...AUTHORIZED, status: 'Pending', destination: {} };
    expect(check(item)).toEqual([]);
    expect(findProblems(checkStatus, [createExchange('getPaymentsList', 202, { data: [item] })])).toEqual([]);
  });

  it.each([
    { status: 'Pending', approved: false, balances: BALANCES },
    { status: 'Retry Scheduled', approved: false, balances: BALANCES },
    { status: 'Canceled', balances: BALANCES },
    { status: 'Card Verified', balances: { ...BALANCES, total_captured: 0 } },
  ])('reports $status where the balances show another payment', (changed) => {
    expect(check(changed)).toEqual(['body.status contradicts the balances']);
  });

  it.each(['Captured', 'Partially Captured', 'Refunded', 'Partially Refunded', 'Voided', 'Card Verified'])(
    'reports %s for an amount that was to be authorized alone',
    (status) => {
      const request = (sent: object) =>
        findProblems(checkStatus, [
          createExchange('requestPayment', 201, { ...AUTHORIZED, status }, { sent }),
        ]);
      expect(request({ amount: 100, capture: false })).toEqual([
        'body.status is not that of a payment that was to be authorized alone',
      ]);
      expect(request({ amount: 100 })).toEqual([]);
    },
  );

  it.each(['Authorized', 'Declined', 'Retry Scheduled', 'Canceled', 'Expired'])(
    'accepts %s for an amount that was to be authorized alone',
    (status) => {
      const sent = { amount: 100, capture: false };
      expect(
        findProblems(checkStatus, [createExchange('requestPayment', 201, { status }, { sent })]),
      ).toEqual([]);
    },
  );

  it.each([
    { ended: 'Expired', later: 'Authorized', problems: 1 },
    { ended: 'Canceled', later: 'Pending', problems: 1 },
    { ended: 'Paid', later: 'Authorized', problems: 1 },
    { ended: 'Declined', later: 'Authorized', problems: 1 },
    { ended: 'Declined', later: 'Declined', problems: 0 },
    { ended: 'Expired', later: 'Expired', problems: 0 },
    { ended: 'Authorized', later: 'Authorized', problems: 0 },
  ])(
    'finds $problems problems in the result $ended before the details $later',
    ({ ended, later, problems }) => {
      const request = createExchange('requestPayment', 201, { id: ID, status: ended });
      const reading = createExchange('getPaymentDetails', 200, { id: ID, status: later });
      expect(findProblems(checkStatus, [request, reading])).toHaveLength(problems);
    },
  );

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
    { status: 202, state: 'Expired', capture: false, isRight: false },
    { status: 202, state: 'Authorized', capture: true, isRight: true },
  ])(
    'takes a $status with $state and capture: $capture for right: $isRight',
    ({ status, state, capture, isRight }) => {
      const request = createExchange('requestPayment', status, { status: state }, { sent: { capture } });
      expect(findProblems(checkStatus, [request])).toHaveLength(isRight ? 0 : 1);
    },
  );
});
