import { describe, expect, it } from 'vitest';
import { countOutcomes, findFalseOutcomes, type ReportedCall } from './check-outcomes.js';
import type { Effect } from './effects.js';

const EFFECT: Effect = { paymentId: 'pay_1', idempotencyKey: 'k', at: 1_000, entries: [] };
const REJECTED: ReportedCall = {
  operationId: 'requestPayment',
  idempotencyKey: 'k',
  outcome: 'rejected',
  sentAt: 900,
  endedAt: 1_100,
};
const UNKNOWN: ReportedCall = { ...REJECTED, outcome: 'unknown' };

describe('findFalseOutcomes', () => {
  it.each(['rejected', 'not_sent'] as const)('finds an effect of a call that reported %s', (outcome) => {
    const call = { ...REJECTED, outcome };

    expect(findFalseOutcomes([call], [EFFECT])).toEqual([{ ...call, effect: EFFECT }]);
  });

  it('finds an effect of a call that ended before its request arrived', () => {
    expect(findFalseOutcomes([{ ...REJECTED, sentAt: 100, endedAt: 200 }], [EFFECT])).toHaveLength(1);
  });

  it('finds an effect for which only calls without a request are left', () => {
    const call = { ...REJECTED, outcome: 'not_sent', sentAt: undefined } as const;

    expect(findFalseOutcomes([call], [EFFECT])).toHaveLength(1);
  });

  it('finds all calls of which one must be wrong', () => {
    expect(findFalseOutcomes([REJECTED, { ...REJECTED, outcome: 'not_sent' }], [EFFECT])).toHaveLength(2);
  });

  it('accepts calls that reported that they had no effect, and had none', () => {
    expect(findFalseOutcomes([REJECTED], [])).toEqual([]);
    expect(findFalseOutcomes([REJECTED], [{ ...EFFECT, idempotencyKey: 'other' }])).toEqual([]);
  });

  it.each([
    ['reported that it is unknown', UNKNOWN],
    ['succeeded or was interrupted', { ...REJECTED, outcome: undefined }],
  ])('accepts an effect that may be that of a call that %s', (_, other) => {
    expect(findFalseOutcomes([REJECTED, other], [EFFECT])).toEqual([]);
  });

  it.each([
    ['was sent after the effect', { ...UNKNOWN, sentAt: 1_001 }],
    ['ended long before the effect', { ...UNKNOWN, sentAt: -100_000, endedAt: -90_000 }],
    ['sent nothing', { ...UNKNOWN, sentAt: undefined }],
  ])('takes no effect for that of a call that %s', (_, other) => {
    expect(findFalseOutcomes([REJECTED, other], [EFFECT])).toHaveLength(1);
  });
});

describe('countOutcomes', () => {
  it('counts the calls by what they reported', () => {
    const calls = [REJECTED, UNKNOWN, UNKNOWN, { ...REJECTED, outcome: undefined }];

    expect(countOutcomes(calls)).toEqual({ rejected: 1, unknown: 2, not_sent: 0 });
  });
});
