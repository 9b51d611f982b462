import { paymentStatusValues } from '../generated/operations.js';

/** The statuses of a payment that the documentation lists. New ones can turn up. */
export const KNOWN_PAYMENT_STATUSES = paymentStatusValues;

/** One of {@link KNOWN_PAYMENT_STATUSES}. */
export type KnownPaymentStatus = (typeof KNOWN_PAYMENT_STATUSES)[number];

/** Whether a status is one that the documentation lists. */
export function isKnownPaymentStatus(value: unknown): value is KnownPaymentStatus {
  return (KNOWN_PAYMENT_STATUSES as readonly unknown[]).includes(value);
}
