import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, BALANCES, createExchange, findProblems } from '../../testing/exchange.js';
import { checkEffects } from './effects.js';

const request = createExchange('requestPayment', 201, AUTHORIZED, { sent: { capture: false } });
const increment = createExchange('incrementAuthorization', 201, { action_id: ACTION_ID });
const actions = (...list: object[]) => createExchange('getPaymentActions', 200, list);
const first = { id: 'act_1', type: 'Authorization' };

describe('checkEffects', () => {
  it('accepts the actions that were accepted', () => {
    const history = [request, increment, actions({ id: ACTION_ID, type: 'Authorization' }, first)];
    expect(findProblems(checkEffects, history)).toEqual([]);
  });

  it('reports an accepted action that is missing', () => {
    expect(findProblems(checkEffects, [request, increment, actions(first)])).toEqual([
      'body lacks the action of the accepted incrementAuthorization',
    ]);
  });

  it('reports an accepted action with another type', () => {
    expect(
      findProblems(checkEffects, [request, increment, actions({ id: ACTION_ID, type: 'Void' }, first)]),
    ).toContain('body.*.type is not Authorization, as for the accepted incrementAuthorization');
  });

  it('reports an action that was not asked for', () => {
    expect(findProblems(checkEffects, [request, actions({ id: 'act_2', type: 'Capture' }, first)])).toEqual([
      'body has more actions of the type Capture than were asked for',
    ]);
  });

  describe('with a refund and a reversal of one payment', () => {
    const REVERSAL_ID = `act_${'b'.repeat(26)}`;
    const refund = createExchange(
      'refundPayment',
      202,
      { action_id: ACTION_ID },
      { idempotencyKey: 'refund' },
    );
    const reversal = createExchange(
      'reversePayment',
      202,
      { action_id: REVERSAL_ID },
      { idempotencyKey: 'reversal' },
    );
    const details = (refunded: number) =>
      createExchange('getPaymentDetails', 200, {
        ...AUTHORIZED,
        balances: { ...BALANCES, total_refunded: refunded },
      });
    const returned = { id: REVERSAL_ID, type: 'Refund', amount: 40, approved: true };
    const lacksRefund = 'body lacks the action of the accepted refundPayment';

    it('leaves a refund that is not listed for later where the reversal explains what was refunded', () => {
      expect(findProblems(checkEffects, [refund, reversal, details(40), actions(returned)])).toEqual([]);
    });

    it('does not say which of the two is missing where either explains what was refunded', () => {
      expect(findProblems(checkEffects, [refund, reversal, details(40), actions(first)])).toEqual([]);
    });

    it('reports the refund when more was refunded than the reversal explains', () => {
      expect(findProblems(checkEffects, [refund, reversal, details(80), actions(returned)])).toEqual([
        lacksRefund,
      ]);
    });

    it('reports the refund when nothing else was asked for', () => {
      expect(findProblems(checkEffects, [refund, refund, details(40), actions(first)])).toEqual([
        lacksRefund,
      ]);
    });
  });
});
