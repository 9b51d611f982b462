import { type Operation, operations } from '../../../generated/operations.js';
import type { CallOptions } from '../../options.js';
import type { JournalContext } from '../context.js';
import { isAnonymous, referenceOf, type StoredIntent } from '../records/intent.js';
import { type Candidate, fits, listCandidates, startOf } from './candidates.js';
import { findShare } from './find-share.js';
import type { Finding } from './finding.js';

/**
 * Looks for the effect of an intent. Rejects with an LddPayError when the API or the store cannot be read.
 *
 * @param canShare Whether equal effects may be shared by count, for which the store is listed.
 */
export async function findEffect(
  context: JournalContext,
  stored: StoredIntent,
  options: CallOptions,
  canShare: boolean,
): Promise<Finding> {
  const { lddpay, config, claims } = context;
  const { hash, intent } = stored;
  const { actions, takesReference }: Operation = operations[intent.operationId];
  const reference = referenceOf(intent);
  const isPayment = intent.id === undefined;
  if (isPayment && typeof reference !== 'string') return { state: 'unclear' };
  const all = await listCandidates(lddpay, intent, String(reference), options);
  const possible = all.filter((effect) => {
    const hasType = isPayment || !actions[0] || actions.includes(`${effect.type}`);
    const isLike =
      takesReference && typeof reference === 'string' ? effect.reference === reference : fits(intent, effect);
    return hasType && isLike;
  });
  const free: Candidate[] = [];
  for (const effect of possible) {
    const owner = await claims.findOwner(effect.id);
    if (owner === hash && fits(intent, effect)) return { state: 'found', effect };
    if (owner === undefined) free.push(effect);
  }
  // What a store that was lost had known of is looked for too: nothing else has the reference that the journal chose.
  const lost = intent.reference === undefined ? 0 : config.keyLifetime;
  const start = startOf(stored, context) - lost;
  // An effect without a time can be new.
  const candidates = free.filter(({ time }) => !(time < start));
  if (isAnonymous(intent.operationId)) {
    if (canShare && candidates[0]) return findShare(context, stored, free);
    return { state: candidates[0] ? 'unclear' : 'absent' };
  }
  const [first, second] = candidates.sort((a, b) => a.time - b.time);
  // Which actions such an operation leaves is not documented, and others may have the same reference.
  const isSeen = actions[0] || isPayment || intent.reference !== undefined;
  if (!isSeen) return { state: 'unseen' };
  if (!first) return { state: actions[0] || isPayment ? 'absent' : 'unseen' };
  if (typeof reference !== 'string' || !fits(intent, first)) return { state: 'unclear' };
  // By the clock of the API it is too old, and that of this machine alone does not make it its own.
  if (first.time < startOf(stored, context, (sent) => sent.first) - lost) return { state: 'unclear' };
  // Nothing else has the reference that the journal chose.
  if (intent.reference !== undefined) return { state: 'found', effect: first };
  const isLate = first.time > stored.sent.last + config.quiet;
  return second || isLate ? { state: 'unclear' } : { state: 'likely', effect: first };
}
