import { describe, expect, it } from 'vitest';
import { KNOWN_PAYMENT_STATUSES } from '../../statuses.js';
import { approvalOf } from './approval.js';

describe('approvalOf', () => {
  it.each(['Declined', 'Canceled', 'Expired'])('is false for a payment that is %s', (status) => {
    expect(approvalOf({ approved: false, status }, true)).toBe(false);
  });

  it.each([
    ...KNOWN_PAYMENT_STATUSES.filter((status) => !['Declined', 'Canceled', 'Expired'].includes(status)),
    'In Review',
    'declined',
    undefined,
    null,
  ])('is not known for a payment that is not approved and %s', (status) => {
    expect(approvalOf({ approved: false, status }, true)).toBeUndefined();
  });

  it.each([...KNOWN_PAYMENT_STATUSES, 'In Review', undefined])(
    'is true for an approved payment that is %s',
    (status) => {
      expect(approvalOf({ approved: true, status }, true)).toBe(true);
    },
  );

  it.each([
    ['approved', true],
    ['declined', false],
    ['pending', undefined],
    ['Declined', undefined],
    ['returned', undefined],
  ])('of a payout without `approved` that is %s is %s', (status, expected) => {
    expect(approvalOf({ status }, true)).toBe(expected);
  });

  it('is what an action without a status says', () => {
    expect([true, false, undefined].map((approved) => approvalOf({ approved }, false))).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('goes by the status of an action that has one', () => {
    expect(approvalOf({ approved: false, status: 'Declined' }, false)).toBe(false);
    expect(approvalOf({ approved: false, status: 'Authorized' }, false)).toBe(false);
    expect(approvalOf({ approved: false, status: 'Pending' }, false)).toBeUndefined();
  });

  it.each([null, 'false', 0])('is not known where `approved` is %j', (approved) => {
    expect(approvalOf({ approved, status: 'Declined' }, true)).toBeUndefined();
    expect(approvalOf({ approved }, false)).toBeUndefined();
  });
});
