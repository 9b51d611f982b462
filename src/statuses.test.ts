import { expect, it } from 'vitest';
import { isKnownPaymentStatus, KNOWN_PAYMENT_STATUSES } from './statuses.js';

it.each(KNOWN_PAYMENT_STATUSES)('isKnownPaymentStatus returns true for %s', (status) => {
  expect(isKnownPaymentStatus(status)).toBe(true);
});

it('KNOWN_PAYMENT_STATUSES contains the documented statuses', () => {
  expect(KNOWN_PAYMENT_STATUSES).toHaveLength(13);
  expect(KNOWN_PAYMENT_STATUSES).toEqual(
    expect.arrayContaining(['Authorized', 'Captured', 'Partially Refunded', 'Retry Scheduled']),
  );
});

it.each(['captured', 'Settled', '', ' Captured', undefined, null, 0, ['Captured'], {}])(
  'isKnownPaymentStatus returns false for %j',
  (status) => {
    expect(isKnownPaymentStatus(status)).toBe(false);
  },
);
