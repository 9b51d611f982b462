import { type Operation, operations } from '../../../generated/operations.js';
import { compareReference, compareType, type Likeness } from '../../results/likeness.js';
import { type Intent, referenceOf } from '../records/intent.js';
import type { Candidate } from './list-candidates.js';

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
export function compareEffect(intent: Intent, effect: Candidate): Likeness {
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
