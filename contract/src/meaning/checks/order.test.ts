import { describe, expect, it } from 'vitest';
import { createExchange, findProblems, ID } from '../../testing/exchange.js';
import { checkOrder } from './order.js';

const action = (type: string, time: string) => ({ type, processed_on: `2026-03-01T${time}Z` });
const [authorization, capture] = [action('Authorization', '10:00:00'), action('Capture', '11:00:00')];

describe('checkOrder', () => {
  it('accepts the latest action first, and reports it last', () => {
    const actions = (...list: object[]) =>
      findProblems(checkOrder, [createExchange('getPaymentActions', 200, list)]);
    expect(actions(capture, authorization)).toEqual([]);
    expect(actions(authorization, capture)).toEqual(['body does not have the latest action first']);
  });

  it('orders actions of the same time by what a payment begins with', () => {
    const actions = [{ type: 'Authorization' }, { type: 'Capture' }];
    expect(findProblems(checkOrder, [createExchange('getPaymentActions', 200, actions)])).toEqual([
      'body does not have the latest action first',
    ]);
  });

  it('reports a list with the oldest payment first', () => {
    const data = ['10', '11'].map((hour) => ({ id: ID, requested_on: `2026-03-01T${hour}:00:00Z` }));
    expect(findProblems(checkOrder, [createExchange('getPaymentsList', 202, { data })])).toEqual([
      'body.data does not have the newest payment first',
    ]);
  });
});
