import { type Operation, operations } from '../../../generated/operations.js';
import type { Core } from '../../call/core.js';
import type { Client } from '../../client.js';
import { isLddPayError } from '../../errors.js';
import { readTime } from '../../lib/moment.js';
import { DATE_TOLERANCE_MS } from '../../lib/remote-clock.js';
import type { CallOptions } from '../../options.js';
import { compareReference, compareType, type Likeness } from '../../results/likeness.js';
import { readPayments } from '../../results/read-payments.js';
import type { JournalContext } from '../context.js';
import { type Intent, referenceOf, type StoredIntent } from '../records/intent.js';
import { type Start, startOf } from '../records/sent.js';
import { approvalOf } from './approval.js';
import type { Effect } from './finding.js';

/** What may be the effect of an intent. */
export interface Candidate extends Effect {
  readonly type?: string;
  readonly time: number;
  readonly reference: unknown;
  readonly amount: number;
  readonly currency?: string;
}

/** Returns the payments of the reference of an intent, or the actions of its payment. */
export async function listCandidates(
  lddpay: Client,
  { id }: Intent,
  reference: string,
  options: CallOptions,
): Promise<Candidate[]> {
  return id === undefined ? listPayments(lddpay, reference, options) : listActions(lddpay, id, options);
}

/** Whether an effect is worth what the intent asked for. */
export function fits({ id, body = {} }: Intent, { amount, currency }: Candidate): boolean {
  const { amount: asked, refund_amount: refunded, currency: askedCurrency } = body;
  if (id === undefined) return amount === (asked ?? 0) && currency === askedCurrency;
  if (asked !== undefined) return amount === asked;
  // The unit of `refund_amount` is not documented: minor currency units, or major ones of two or three decimals.
  return (
    refunded === undefined || [1, 100, 1000].some((units) => Math.round(Number(refunded) * units) === amount)
  );
}

/**
 * Compares an effect with an intent. What an effect leaves out, or says in another form, does not make it that of
 * somebody else. What has the reference of the intent is its own, whatever it is worth.
 */
export function compare(intent: Intent, effect: Candidate): Likeness {
  const { actions, takesReference }: Operation = operations[intent.operationId];
  const sent = referenceOf(intent);
  const reference =
    takesReference && typeof sent === 'string' ? compareReference(effect.reference, sent) : undefined;
  const isPayment = intent.id === undefined;
  // Which actions such an operation leaves is not documented: any could be its own.
  if (!isPayment && !actions[0]) return reference === 'same' ? 'same' : 'other';
  const type = isPayment ? 'same' : compareType(effect.type, actions);
  const hasWorth = typeof effect.amount === 'number';
  const worth = fits(intent, effect) ? 'same' : hasWorth ? 'other' : 'unclear';
  if (type === 'other' || reference === 'other') return 'other';
  if (reference !== 'same' && worth === 'other') return 'other';
  return type === 'same' && (reference ?? worth) === 'same' ? 'same' : 'unclear';
}

/**
 * Returns the earliest time that an effect of an intent can have, in ms since the Unix epoch.
 *
 * @param toStart Returns the time of an announcement: by the clock of the API alone, or the earliest that it can be.
 */
export function earliestOf(
  { intent, sent }: StoredIntent,
  { config: { keyLifetime }, core, now }: JournalContext,
  toStart: (start: Start, core: Core) => number = earliestStart,
): number {
  // That of the first of all requests: the last record has that of the key, which may have been renewed. A key that
  // the API knew was sent before that, by an intent that the store has lost. Before any request, nothing is its own.
  const start = toStart(intent.sent.first ? intent.sent : (sent.origin ?? sent), core) || now();
  return start - DATE_TOLERANCE_MS - (sent.isKeyTaken ? keyLifetime : 0);
}

/** By the clock of this machine too: a single response of the API can have a date of the future. */
function earliestStart(start: Start, core: Core): number {
  const first = startOf(start, core);
  return Math.min(first, start.date ?? first);
}

async function listPayments(lddpay: Client, reference: string, options: CallOptions): Promise<Candidate[]> {
  const { payments } = await readPayments(lddpay, reference, options);
  return payments.map((payment) => {
    const { id, requested_on, amount, currency, reference } = payment;
    const approved = approvalOf(payment, true);
    return { id, approved, payment, time: readTime(requested_on)[0], reference, amount, currency };
  });
}

async function listActions(lddpay: Client, id: string, options: CallOptions): Promise<Candidate[]> {
  try {
    const actions = await lddpay.getPaymentActions(id, options);
    return actions.map((action) => {
      const { id, type, processed_on, amount, reference } = action;
      const approved = approvalOf(action, false);
      return { id, approved, action, type, time: readTime(processed_on)[0], reference, amount };
    });
  } catch (error) {
    // Without the payment, there is no action of it.
    if (isLddPayError(error) && error.status === 404 && !error.transient) return [];
    throw error;
  }
}
