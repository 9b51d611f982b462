import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, createExchange, findProblems, ID } from '../../testing/exchange.js';
import { checkIdentity } from './identity.js';

const result = { ...AUTHORIZED, action_id: ACTION_ID };
const actions = (...ids: string[]) =>
  createExchange(
    'getPaymentActions',
    200,
    ids.map((id) => ({ id })),
  );
const OTHER_ACTION = `act_${'b'.repeat(26)}`;

describe('checkIdentity', () => {
  it('accepts the ids of a payment', () => {
    const history = [
      createExchange('requestPayment', 201, result, { idempotencyKey: '1' }),
      createExchange('requestPayment', 201, result, { idempotencyKey: '1' }),
      createExchange('getPaymentDetails', 200, AUTHORIZED),
      actions(OTHER_ACTION, ACTION_ID),
    ];
    expect(findProblems(checkIdentity, history)).toEqual([]);
  });

  it('reports a result whose action is not among those of the payment', () => {
    const request = createExchange('requestPayment', 201, result);
    expect(findProblems(checkIdentity, [request, actions(OTHER_ACTION)])).toEqual([
      'body.action_id is not among the actions of the payment',
    ]);
    expect(findProblems(checkIdentity, [{ ...request, status: 202 }, actions(OTHER_ACTION)])).toEqual([]);
  });

  it('reports a payment that another request returned', () => {
    const history = ['1', '2'].map((idempotencyKey) =>
      createExchange('requestPayment', 201, AUTHORIZED, { idempotencyKey }),
    );
    expect(findProblems(checkIdentity, history)).toEqual(['body.id is what another request returned']);
  });

  it('reports the details of another payment', () => {
    const details = createExchange('getPaymentDetails', 200, { ...AUTHORIZED, id: ID.replaceAll('a', 'b') });
    expect(findProblems(checkIdentity, [details])).toContain('body.id is not the payment that was asked for');
  });

  it('reports an action that appears twice', () => {
    expect(findProblems(checkIdentity, [actions(ACTION_ID, ACTION_ID)])).toEqual([
      'body.*.id appears more than once',
    ]);
  });

  it('reports a request id that two errors have, but not two responses to the same key', () => {
    const error = createExchange('getPaymentsList', 422, { request_id: '1' });
    expect(findProblems(checkIdentity, [error, { ...error }])).toEqual([
      'body.request_id is that of an earlier request',
    ]);
    const repeated = { ...error, idempotencyKey: '1' };
    expect(findProblems(checkIdentity, [repeated, { ...repeated }])).toEqual([]);
  });
});
