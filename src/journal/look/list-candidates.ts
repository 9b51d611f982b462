import type { Client } from '../../client.js';
import { isLddPayError } from '../../errors.js';
import { readTime } from '../../lib/moment.js';
import { ageOfList } from '../../lib/remote-clock.js';
import type { CallOptions } from '../../options.js';
import { readActions } from '../../results/read-actions.js';
import { readPayments } from '../../results/read-payments.js';
import type { JournalContext } from '../context.js';
import type { Effect } from '../records/effect.js';
import { type Intent, referenceOf } from '../records/intent.js';
import { approvalOf } from './approval.js';

/** What may be the effect of an intent. */
export interface Candidate extends Effect {
  readonly type?: string;
  readonly time: number;
  readonly reference: unknown;
  readonly amount: number;
  readonly currency?: string;
}

/** What a look has listed. */
export interface Candidates {
  readonly effects: readonly Candidate[];
  /** For how long a cache kept the list, in ms: what came about since then is not in it. */
  readonly age: number;
}

/** Lists the payments of the reference of an intent, or the actions of its payment. */
export async function listCandidates(
  { lddpay, core }: JournalContext,
  intent: Intent,
  options: CallOptions,
): Promise<Candidates> {
  const { id } = intent;
  const { effects, headers } =
    id === undefined
      ? await listPayments(lddpay, String(referenceOf(intent)), options)
      : await listActions(lddpay, id, options);
  return { effects, age: headers ? ageOfList(headers, core.clock.isKnown()) : 0 };
}

/**
 * Returns the authorization of a payment itself, which is no increment of it: the oldest one. Undefined where the times
 * do not say which that is.
 */
export function findAuthorization(effects: readonly Candidate[]): Candidate | undefined {
  const all = effects.filter(({ type }) => type === 'Authorization');
  const [oldest] = all.sort((a, b) => a.time - b.time);
  const isOldest = all.every((one) => one === oldest || one.time > Number(oldest?.time));
  return isOldest && oldest?.action?.authorization_type !== 'Incremental' ? oldest : undefined;
}

/** What a list has, and its headers; without these where there can be no list. */
interface Listed {
  readonly effects: readonly Candidate[];
  readonly headers?: Headers | undefined;
}

async function listPayments(lddpay: Client, reference: string, options: CallOptions): Promise<Listed> {
  const { payments, headers } = await readPayments(lddpay, reference, options);
  const effects = payments.map((payment) => {
    const { id, requested_on, amount, currency, reference } = payment;
    const approved = approvalOf(payment, true);
    return { id, approved, payment, time: readTime(requested_on)[0], reference, amount, currency };
  });
  return { effects, headers };
}

async function listActions(lddpay: Client, id: string, options: CallOptions): Promise<Listed> {
  try {
    const { actions, headers } = await readActions(lddpay, id, options);
    const effects = actions.map((action) => {
      const { id, type, processed_on, amount, reference } = action;
      const approved = approvalOf(action, false);
      return { id, approved, action, type, time: readTime(processed_on)[0], reference, amount };
    });
    return { effects, headers };
  } catch (error) {
    // Without the payment, there is no action of it.
    if (isLddPayError(error) && error.status === 404 && !error.transient) {
      return { effects: [] };
    }
    throw error;
  }
}
