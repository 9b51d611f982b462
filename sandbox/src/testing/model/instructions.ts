import fc from 'fast-check';
import { CARD, DAY, type Fields } from '../fixtures.js';
import type { ModelInstruction } from './lifecycle.js';

const DECLINED_CARD = { ...CARD, number: '4000000000000002' };

/** Payments of all kinds, most of them card payments that are approved. Times are relative to the request. */
export const instructions: fc.Arbitrary<ModelInstruction> = fc
  .record({
    kind: fc.constantFrom<ModelInstruction['kind']>(...repeat('card' as const, 12), 'other', 'payout'),
    amount: fc.constantFrom(...repeat(1000, 12), 7, 0, 1003, 1003, 1005, 1012, 1051, 1051, 1090),
    estimated: fc.constantFrom(true, true, false),
    merchantInitiated: fc.constantFrom(true, false, false),
    declinedCard: fc.constantFrom(true, ...repeat(false, 11)),
    capture: fc.constantFrom<ModelInstruction['capture']>(...repeat('never' as const, 4), 'soon', 2 * DAY),
  })
  .map((instruction) => ({
    ...instruction,
    declinedCard: instruction.declinedCard && instruction.kind === 'card',
  }))
  // A payout of 0 is invalid.
  .map((instruction) => ({
    ...instruction,
    amount: instruction.kind === 'payout' ? instruction.amount || 1000 : instruction.amount,
  }));

/** Builds the body of a payment request. */
export function buildBody(instruction: ModelInstruction): Fields {
  const { kind, amount, estimated, merchantInitiated, declinedCard, capture } = instruction;
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

function repeat<Value>(value: Value, times: number): Value[] {
  return Array.from({ length: times }, () => value);
}
