import { readProperty } from '../../probes/response-fields.js';
import type { Totals } from '../history/totals.js';

/** What a status says about its payment. What is left out, it leaves open. */
export interface StatusMeaning {
  /** Whether it waits for its payer or its processing, is authorized alone, or can no longer be captured. */
  readonly phase?: 'waiting' | 'authorized' | 'ended';
  /** The value of `approved`. */
  readonly approved?: boolean;
  /** Returns true when the money of the payment allows it. */
  readonly fits?: (totals: Totals) => boolean;
  /** The balance that is used up. */
  readonly usedUp?: string;
}

const isUncaptured = ({ total_captured, total_refunded }: Totals) =>
  total_captured === 0 && total_refunded === 0;
const isUnrefunded = ({ total_captured, total_refunded }: Totals) =>
  total_captured > 0 && total_refunded === 0;

/** The documented statuses. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
  Pending: { phase: 'waiting', approved: false, fits: isUncaptured },
  'Retry Scheduled': { phase: 'waiting', approved: false, fits: isUncaptured },
  Authorized: {
    phase: 'authorized',
    approved: true,
    fits: (totals) => isUncaptured(totals) && totals.total_authorized > totals.total_voided,
  },
  'Card Verified': {
    phase: 'ended',
    approved: true,
    fits: (totals) => isUncaptured(totals) && totals.total_authorized === 0,
  },
  Voided: {
    phase: 'ended',
    fits: ({ total_captured, total_voided }) => total_captured === 0 && total_voided > 0,
    usedUp: 'available_to_void',
  },
  'Partially Captured': { approved: true, fits: isUnrefunded },
  Captured: { approved: true, fits: isUnrefunded, usedUp: 'available_to_capture' },
  'Partially Refunded': { approved: true, fits: ({ total_refunded }) => total_refunded > 0 },
  Refunded: {
    phase: 'ended',
    approved: true,
    fits: ({ total_refunded }) => total_refunded > 0,
    usedUp: 'available_to_refund',
  },
  Paid: { phase: 'ended', approved: true },
  Declined: { phase: 'ended', approved: false },
  // A reversal finds nothing to give back.
  Canceled: {
    phase: 'ended',
    fits: ({ total_captured, total_refunded }) => total_captured === total_refunded,
  },
  Expired: { phase: 'ended' },
};

/** Returns what the status of a payment says about it: nothing if it is not documented. */
export function readMeaning(payment: unknown): StatusMeaning {
  return STATUSES[String(readProperty(payment, 'status'))] ?? {};
}
