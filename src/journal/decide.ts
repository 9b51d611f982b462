import type { CallOptions } from '../options.js';
import type { JournalContext } from './context.js';
import { approvalOf } from './look/approval.js';
import type { StoredIntent } from './records/intent.js';
import type { Settlement } from './settlement.js';

/** Reads the payment of a settled intent again where it was not decided whether it is approved. */
export async function decide(
  { lddpay, intents }: JournalContext,
  stored: StoredIntent,
  settled: Settlement,
  { signal, deadline }: CallOptions,
): Promise<Settlement> {
  if (settled.state !== 'done' || settled.approved !== undefined || stored.intent.id !== undefined) {
    return settled;
  }
  try {
    const payment = await lddpay.getPaymentDetails(settled.id, { signal, deadline });
    // The response to another request can arrive in its place.
    if (payment.id !== settled.id) return settled;
    const approved = approvalOf(payment, true);
    if (approved !== undefined) await intents.keepIfKnown(stored, 'done', { id: settled.id, approved });
    return { ...settled, approved, payment };
  } catch {
    // What is known is true all the same.
    return settled;
  }
}
