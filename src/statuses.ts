import { paymentStatusValues } from '../generated/operations.js';

/** The documented statuses of a payment. The API may return new ones, and payouts have others, such as `Returned`. */
export const KNOWN_PAYMENT_STATUSES = paymentStatusValues;

/** One of {@link KNOWN_PAYMENT_STATUSES}. */
export type KnownPaymentStatus = (typeof KNOWN_PAYMENT_STATUSES)[number];

/**
 * Whether a status is a documented one of a payment.
 *
 * @example
 * const details = await lddpay.getPaymentDetails(id);
 * if (isPayment(details) && !isKnownPaymentStatus(details.status)) console.warn(`New status: ${details.status}`);
 */
export function isKnownPaymentStatus(value: unknown): value is KnownPaymentStatus {
  return (KNOWN_PAYMENT_STATUSES as readonly unknown[]).includes(value);
}
