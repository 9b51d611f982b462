import fc from 'fast-check';
import { CARD, DAY, type Fields } from '../samples.js';
import type { Order } from './lifecycle.js';

const DECLINED_CARD = { ...CARD, number: '4000000000000002' };

/** Payments of all kinds, most of them by cards that are charged; instants are counted from the request. */
export const orders: fc.Arbitrary<Order> = fc
  .record({
    kind: fc.constantFrom<Order['kind']>(...often('card' as const, 12), 'other', 'payout'),
    amount: fc.constantFrom(...often(1000, 12), 7, 0, 1003, 1003, 1005, 1012, 1051, 1051, 1090),
    estimated: fc.constantFrom(true, true, false),
    merchantInitiated: fc.constantFrom(true, false, false),
    declinedCard: fc.constantFrom(true, ...often(false, 11)),
    capture: fc.constantFrom<Order['capture']>(...often('never' as const, 4), 'soon', 2 * DAY),
  })
  .map((order) => ({ ...order, declinedCard: order.declinedCard && order.kind === 'card' }))
  // There is no payout of nothing.
  .map((order) => ({ ...order, amount: order.kind === 'payout' ? order.amount || 1000 : order.amount }));

/** The request of an order. */
export function bodyOf(order: Order): Fields {
  const { kind, amount, estimated, merchantInitiated, declinedCard, capture } = order;
  return {
    currency: 'USD',
    ...(amount > 0 && { amount }),
    source: kind === 'card' ? (declinedCard ? DECLINED_CARD : CARD) : { type: 'klarna' },
    ...(kind === 'payout' && { destination: { type: 'bank_account' } }),
    ...(estimated && { authorization_type: 'Estimated' }),
    ...(merchantInitiated && { merchant_initiated: true, payment_type: 'Recurring' }),
    ...(capture === 'never' && { capture: false }),
    ...(typeof capture === 'number' && { capture_on: new Date(capture).toISOString() }),
  };
}

function often<Value>(value: Value, times: number): Value[] {
  return Array.from({ length: times }, () => value);
}
