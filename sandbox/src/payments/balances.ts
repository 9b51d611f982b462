import type { paymentStatusValues } from '../../../generated/operations.js';

export type PaymentStatus = (typeof paymentStatusValues)[number];

/** The sums of a payment's actions so far, in the minor currency unit. */
export interface Totals {
  readonly authorized: number;
  readonly voided: number;
  readonly captured: number;
  readonly refunded: number;
}

export const ZERO_TOTALS: Totals = { authorized: 0, voided: 0, captured: 0, refunded: 0 };

/** Returns the amount that is authorized and neither captured nor voided. */
export function uncaptured({ authorized, voided, captured }: Totals): number {
  return authorized - voided - captured;
}

/** Returns the amount that is captured and not refunded. */
export function refundable({ captured, refunded }: Totals): number {
  return captured - refunded;
}

/** Derives the status of an authorized payment from its totals. */
export function deriveStatus(totals: Totals): PaymentStatus {
  const { authorized, captured, refunded } = totals;
  if (refunded > 0) {
    const nothingLeft = refundable(totals) === 0 && uncaptured(totals) === 0;
    return nothingLeft ? 'Refunded' : 'Partially Refunded';
  }
  if (captured > 0) return captured === authorized ? 'Captured' : 'Partially Captured';
  return uncaptured(totals) === 0 ? 'Voided' : 'Authorized';
}

/**
 * Renders the balances as responses show them.
 * @param available what can be captured or voided now.
 */
export function renderBalances(totals: Totals, available: number) {
  return {
    total_authorized: totals.authorized,
    total_voided: totals.voided,
    available_to_void: available,
    total_captured: totals.captured,
    available_to_capture: available,
    total_refunded: totals.refunded,
    available_to_refund: refundable(totals),
  };
}
