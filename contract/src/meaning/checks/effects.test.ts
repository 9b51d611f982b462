import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, createExchange, findProblems } from '../../testing/exchange.js';
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
});
