import type { PaymentStatus, ProcessedPayout } from '../../../generated/models.js';

/** The statuses of a payment that was not approved, and cannot be any more. The API may add others, final or not. */
const FINAL: readonly unknown[] = ['Declined', 'Canceled', 'Expired'] satisfies PaymentStatus[];

/** What the statuses of the form of a payout say that has no `approved`. */
const DECIDED = new Map<unknown, boolean>([
  ['approved', true],
  ['declined', false],
] satisfies [ProcessedPayout['status'], boolean][]);

/**
 * Whether a payment or an action was approved; undefined while that is not decided, or not known.
 *
 * @param isPayment Whether it is a payment: an action says by `approved` alone that it was declined.
 */
export function approvalOf(effect: object, isPayment: boolean): boolean | undefined {
  const { approved, status } = effect as { readonly approved?: unknown; readonly status?: unknown };
  if (approved === undefined && isPayment) return DECIDED.get(status);
  // An increment is decided at once. Its status is that of its payment, which a declined one can leave as it was.
  const isDecidedAction = !isPayment && (status === undefined || status === 'Authorized');
  const isDecided = approved === true || FINAL.includes(status) || isDecidedAction;
  return typeof approved === 'boolean' && isDecided ? approved : undefined;
}
