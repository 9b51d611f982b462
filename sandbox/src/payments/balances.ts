import type { paymentStatusValues } from '../../../generated/operations.js';

export type PaymentStatus = (typeof paymentStatusValues)[number];

/** What was done with a payment's money so far, in the minor currency unit. */
export interface Totals {
  readonly authorized: number;
  readonly voided: number;
  readonly captured: number;
  readonly refunded: number;
}

export const NOTHING: Totals = { authorized: 0, voided: 0, captured: 0, refunded: 0 };

/** What is authorized and neither captured nor voided. */
export function uncaptured({ authorized, voided, captured }: Totals): number {
  return authorized - voided - captured;
}

/** What is captured and not refunded. */
export function refundable({ captured, refunded }: Totals): number {
  return captured - refunded;
}

/** The status that an authorized payment has by its totals alone. */
export function statusOf(totals: Totals): PaymentStatus {
  const { authorized, captured, refunded } = totals;
  if (refunded > 0) {
    const over = refundable(totals) === 0 && uncaptured(totals) === 0;
    return over ? 'Refunded' : 'Partially Refunded';
  }
  if (captured > 0) return captured === authorized ? 'Captured' : 'Partially Captured';
  return uncaptured(totals) === 0 ? 'Voided' : 'Authorized';
}

/** The balances as responses show them. */
export function balancesOf(totals: Totals) {
  return {
    total_authorized: totals.authorized,
    total_voided: totals.voided,
    available_to_void: uncaptured(totals),
    total_captured: totals.captured,
    available_to_capture: uncaptured(totals),
    total_refunded: totals.refunded,
    available_to_refund: refundable(totals),
  };
}
