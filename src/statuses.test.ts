import { expect, it } from 'vitest';
import { isKnownPaymentStatus, KNOWN_PAYMENT_STATUSES } from './statuses.js';

it.each(KNOWN_PAYMENT_STATUSES)('knows %s', (status) => {
  expect(isKnownPaymentStatus(status)).toBe(true);
});

it('knows the statuses that the documentation lists', () => {
  expect(KNOWN_PAYMENT_STATUSES).toHaveLength(13);
  expect(KNOWN_PAYMENT_STATUSES).toEqual(
    expect.arrayContaining(['Authorized', 'Captured', 'Partially Refunded', 'Retry Scheduled']),
  );
});

it.each(['captured', 'Settled', '', ' Captured', undefined, null, 0, ['Captured'], {}])(
  'does not know %j',
  (status) => {
    expect(isKnownPaymentStatus(status)).toBe(false);
  },
);
