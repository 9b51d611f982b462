import type { CallOptions } from '../options.js';
import type { JournalContext } from './context.js';
import { approvalOf } from './look/approval.js';
import type { StoredIntent } from './records/intent.js';
import { confirmRefusal } from './refuse.js';
import type { Settlement } from './settlement.js';

/**
 * Decides of a settled intent what was not: whether its refusal counts, and whether its payment is approved, which is
 * read again.
 */
export async function decide(
  context: JournalContext,
  stored: StoredIntent,
  settled: Settlement,
  { signal, deadline }: CallOptions,
): Promise<Settlement> {
  const { lddpay, intents } = context;
  if (settled.state === 'refused') return confirmRefusal(context, stored, settled.error);
  if (settled.state !== 'done' || settled.approved !== undefined || stored.intent.id !== undefined) {
    return settled;
  }
  try {
    const payment = await lddpay.getPaymentDetails(settled.id, { signal, deadline });
    const approved = approvalOf(payment, true);
    if (approved !== undefined) await intents.keepIfKnown(stored, 'done', { id: settled.id, approved });
    return { ...settled, approved, payment };
  } catch {
    // What is known is true all the same.
    return settled;
  }
}
