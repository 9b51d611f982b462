import { type Operation, operations } from '../../../generated/operations.js';
import { isLddPayError } from '../../errors.js';
import type { CallOptions } from '../../options.js';
import type { JournalContext } from '../context.js';
import { endOf, startOf } from '../records/announcement.js';
import { type Intent, isAnonymous, referenceOf, type StoredIntent } from '../records/intent.js';
import { approvalOf } from './approval.js';
import { compareEffect, fits } from './compare-effect.js';
import { beganOf, earliestOf } from './earliest.js';
import { findShare } from './find-share.js';
import type { Finding } from './finding.js';
import { type Candidate, findAuthorization, listCandidates } from './list-candidates.js';

/**
 * Looks for the effect of an intent. Rejects with an LddPayError when the API or the store cannot be read.
 *
 * @param isShared Whether equal effects are shared by count, for which the store is listed.
 */
export async function findEffect(
  context: JournalContext,
  stored: StoredIntent,
  options: CallOptions,
  isShared: boolean,
): Promise<Finding> {
  const { core, config, now } = context;
  const { intent, sent } = stored;
  if (intent.id === undefined && typeof referenceOf(intent) !== 'string') return { state: 'unclear' };
  const { effects, age } = await listCandidates(context, intent, options);
  const finding = await findAmong(context, stored, effects, isShared);
  if (finding.state === 'unseen' && (await isApproved(context, intent, options))) return { state: 'absent' };
  // What a cache kept may be older than the effect.
  const ms = age && endOf(sent, core) + config.quiet + age - now();
  return finding.state === 'absent' && ms > 0 ? { state: 'waiting', ms } : finding;
}

/** Whether the payment of an intent was approved at its retry, which was not cancelled then. */
async function isApproved(
  { lddpay }: JournalContext,
  { id }: Intent,
  options: CallOptions,
): Promise<boolean> {
  try {
    const payment = await lddpay.getPaymentDetails(String(id), options);
    const isOver = payment.status !== 'Canceled' && payment.status !== 'Retry Scheduled';
    return payment.id === id && isOver && approvalOf(payment, true) === true;
  } catch (error) {
    if (isLddPayError(error) && !error.transient) return false;
    throw error;
  }
}

/** Looks for the effect of an intent among those that were listed. */
async function findAmong(
  context: JournalContext,
  stored: StoredIntent,
  effects: readonly Candidate[],
  isShared: boolean,
): Promise<Finding> {
  const { core, config, claims, untilQuiet } = context;
  const { hash, intent } = stored;
  const { actions }: Operation = operations[intent.operationId];
  const reference = referenceOf(intent);
  const isPayment = intent.id === undefined;
  const isChosen = intent.reference !== undefined;
  const free: Candidate[] = [];
  const doubtful: Candidate[] = [];
  const owned = new Map<string, string>();
  const authorization = findAuthorization(effects);
  const began = beganOf(stored, core);
  // What a response has named can be its own, in whatever form it is listed, or not at all.
  const named = await claims.listNamed(stored);
  for (const effect of [...effects, ...named.map((id) => ({ id, time: Number.NaN }) as Candidate)]) {
    const owner = await claims.findOwner(effect.id, hash, began);
    // A response, or an earlier look, has shown that it is its own, in whatever form it is listed now.
    if (owner === hash) return { state: 'found', effect };
    if (owner) owned.set(owner, effect.id);
    const likeness = effect === authorization ? 'other' : compareEffect(intent, effect);
    // Without a time, it can be older than the intent.
    const isSure = likeness === 'same' && (isChosen || !Number.isNaN(effect.time));
    if (owner === undefined && likeness !== 'other') (isSure ? free : doubtful).push(effect);
  }
  const start = earliestOf(stored, context);
  const lostStart = start - (isChosen ? config.keyLifetime : 0);
  // An effect without a time can be new.
  const isNew = ({ time }: Candidate) => !(time < lostStart);
  // What a store that was lost had known of is looked for too, by the reference that the journal chose, however old.
  const candidates = isChosen ? free : free.filter(isNew);
  const isDoubtful = doubtful.some((one) => isNew(one) && candidates.every(({ id }) => id !== one.id));
  if (isAnonymous(intent.operationId)) {
    const share = isShared && candidates[0] ? await findShare(context, stored, free, owned) : undefined;
    if (share && !(share.state === 'absent' && isDoubtful)) return share;
    return { state: candidates[0] || isDoubtful ? 'unclear' : 'absent' };
  }
  const [first, second] = candidates.sort((a, b) => a.time - b.time);
  // Which actions such an operation leaves is not documented, and others may have the same reference.
  const isListed = actions[0] || isPayment;
  if (!isListed && !(isChosen && first)) return { state: 'unseen' };
  if (!first) return { state: isDoubtful ? 'unclear' : 'absent' };
  if (isChosen && first.time < start) return { state: 'unclear', lostAt: first.time };
  if (second || typeof reference !== 'string' || !fits(intent, first)) return { state: 'unclear' };
  // Nothing else should have the reference that the journal chose.
  if (isChosen) return { state: 'found', effect: first };
  // By the clock of the API it is too old, and that of this machine alone does not make it its own.
  const isOld = first.time < earliestOf(stored, context, startOf);
  const cameLate = first.time > endOf(stored.sent, core) + config.quiet;
  if (isOld || cameLate || isDoubtful) return { state: 'unclear' };
  return { state: 'likely', effect: first, ms: untilQuiet(first.time + config.keyLifetime) };
}
