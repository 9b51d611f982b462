import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import { type Operation, operations } from '../../generated/operations.js';
import type { Client } from '../client.js';
import { isLddPayError } from '../errors.js';
import { readTime } from '../lib/moment.js';
import type { CallOptions } from '../options.js';
import { readPayments } from '../results/read-payments.js';
import { type Intent, referenceOf, type Sent } from './intent.js';
import { approvalOf } from './settlement.js';
import { type Contender, shareEffects } from './share-effects.js';
import type { Records } from './store.js';

/**
 * What a look at the API shows of an intent:
 * - `found`: its effect
 * - `likely`: its effect, or that of another intent of the same reference, amount and time
 * - `absent`: nothing that can be its effect
 * - `unseen`: nothing, but its effect might not be visible
 * - `unclear`: something that can be its effect, or that of another one
 * - `waiting`: like `unclear`, and the same look shows more after `ms`
 */
export type Finding =
  | { readonly state: 'found' | 'likely'; readonly effect: Effect }
  | { readonly state: 'absent' | 'unseen' | 'unclear' }
  | { readonly state: 'waiting'; readonly ms: number };

/** A payment or an action. */
export interface Effect {
  readonly id: string;
  readonly approved: boolean | undefined;
  readonly payment?: PaymentDetails | undefined;
  readonly action?: PaymentAction | undefined;
}

/** An intent in the store. */
export interface StoredIntent {
  /** The id of its records. */
  readonly hash: string;
  readonly intent: Intent;
  readonly sent: Sent;
}

/** Another intent that may have caused an effect. */
export interface Rival {
  /** Undefined when there is no record of it. */
  readonly stored?: StoredIntent | undefined;
  /** Whether it is done or refused. */
  readonly isSettled: boolean;
  readonly effectId?: string | undefined;
}

/** What finding needs to know apart from the API. */
export interface FindingContext {
  readonly lddpay: Client;
  readonly records: Records;
  /** In ms. */
  readonly quiet: number;
  /** In ms. */
  readonly keyLifetime: number;
  /** Returns the earliest time that the API's clock shows now, in ms since the Unix epoch. */
  readonly now: () => number;
  /** Returns the hash of the intent that a payment or an action is known to belong to. */
  readonly findOwner: (effectId: string) => Promise<string | undefined>;
  /** Reads the intent of a hash, and the id of its effect if it is done. */
  readonly readRival: (hash: string) => Promise<Rival>;
}

interface Candidate extends Effect {
  readonly type?: string;
  readonly time: number;
  readonly reference: unknown;
  readonly amount: number;
  readonly currency?: string;
}

/** How far apart the clocks of the API's machines may be, in ms. A gateway may set the dates of its responses. */
const API_SKEW_MS = 60_000;

/** Whether the effects of an operation have nothing that tells them apart: they have no reference. */
export function isAnonymous(operationId: Intent['operationId']): boolean {
  const { takesReference, actions }: Operation = operations[operationId];
  return !takesReference && actions.length > 0;
}

/**
 * Looks for the effect of an intent. Rejects with an LddPayError when the API or the store cannot be read.
 *
 * @param canShare Whether equal effects may be shared by count, for which the store is listed.
 */
export async function findEffect(
  context: FindingContext,
  stored: StoredIntent,
  options: CallOptions,
  canShare: boolean,
): Promise<Finding> {
  const { hash, intent } = stored;
  const { actions, takesReference }: Operation = operations[intent.operationId];
  const reference = referenceOf(intent);
  const isPayment = intent.id === undefined;
  if (isPayment && typeof reference !== 'string') return { state: 'unclear' };
  const all = isPayment
    ? await listPayments(context.lddpay, String(reference), options)
    : await listActions(context.lddpay, String(intent.id), options);
  const possible = all.filter((effect) => {
    const hasType = isPayment || !actions[0] || actions.includes(`${effect.type}`);
    const isLike =
      takesReference && typeof reference === 'string' ? effect.reference === reference : fits(intent, effect);
    return hasType && isLike;
  });
  const free: Candidate[] = [];
  for (const effect of possible) {
    const owner = await context.findOwner(effect.id);
    if (owner === hash && fits(intent, effect)) return { state: 'found', effect };
    if (owner === undefined) free.push(effect);
  }
  // What a store that was lost had known of is looked for too: nothing else has the reference that the journal chose.
  const start = startOf(stored, context) - (intent.reference === undefined ? 0 : context.keyLifetime);
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
  // Nothing else has the reference that the journal chose.
  if (intent.reference !== undefined) return { state: 'found', effect: first };
  const isLate = first.time > stored.sent.last + context.quiet;
  return second || isLate ? { state: 'unclear' } : { state: 'likely', effect: first };
}

/** Finds the share of an intent of effects that do not say whose they are. */
async function findShare(
  { records, quiet, keyLifetime, now, readRival }: FindingContext,
  stored: StoredIntent,
  candidates: readonly Candidate[],
): Promise<Finding> {
  const rivals: Rival[] = [];
  // Listed after the effects were read: whoever caused one of them is in the list.
  for (const id of await records.list('return', `${stored.intent.id}:`)) {
    const hash = id.split(':').at(-1) ?? '';
    if (hash !== stored.hash) rivals.push(await readRival(hash));
  }
  const unclaimed = candidates.filter(({ id }) => !rivals.some(({ effectId }) => effectId === id));
  const isPossible = ({ from, until, fits }: Contender) =>
    unclaimed.some((effect) => effect.time >= from && effect.time <= until && fits(effect));
  const self = toContender(stored, { quiet, keyLifetime });
  // What came later than it should have can be its own where the clock of the API was set, or is not one clock.
  const isLate = unclaimed.some((effect) => effect.time > self.until && self.fits(effect));
  if (!isPossible(self)) return { state: isLate ? 'unclear' : 'absent' };
  const contenders = rivals.flatMap(({ stored: rival, isSettled }) => {
    // One of which no request was announced has caused nothing.
    if (!rival?.sent.last) return [];
    const contender = toContender(rival, { quiet, keyLifetime });
    return isPossible(contender) ? [{ ...contender, rival, isSettled }] : [];
  });
  // A reversal leaves several actions, of which only one is known. And the same number can be another amount, since
  // the unit is not documented. Both cannot be shared by count.
  const isEqual = ({ intent }: StoredIntent) =>
    isSingle(intent) && intent.body?.['refund_amount'] === stored.intent.body?.['refund_amount'];
  if (!isSingle(stored.intent)) return { state: 'unclear' };
  if (contenders.some(({ rival, isSettled }) => (isSettled ? !isSingle(rival.intent) : !isEqual(rival)))) {
    return { state: 'unclear' };
  }
  const open = [self, ...contenders.filter(({ isSettled }) => !isSettled)];
  // While requests of rivals can still arrive, their share is not known.
  const ms = open[1] ? Math.max(...open.map(({ until }) => until)) - now() : 0;
  if (ms > 0) return { state: 'waiting', ms };
  // While the key of one is alive, a repeated request can tell which effect is its own.
  const isKeyAlive = contenders.some(
    ({ rival, isSettled }) => !isSettled && rival.sent.first + keyLifetime > now(),
  );
  if (isKeyAlive) return { state: 'waiting', ms: quiet };
  const effect = shareEffects(unclaimed, open).get(stored.hash);
  return effect ? { state: 'found', effect } : { state: 'absent' };
}

/** Whether an intent leaves one action at most. */
function isSingle({ operationId }: Intent): boolean {
  return operations[operationId].actions.length === 1;
}

/** Returns the earliest time that an effect of an intent can have, in ms since the Unix epoch. */
function startOf(
  { intent, sent }: StoredIntent,
  { keyLifetime }: Pick<FindingContext, 'keyLifetime'>,
): number {
  // That of the first of all requests: the last record has that of the key, which may have been renewed. A key that
  // the API knew was sent before that, by an intent that the store has lost.
  return (intent.sent.first || sent.first) - API_SKEW_MS - (sent.isKeyTaken ? keyLifetime : 0);
}

function toContender(
  stored: StoredIntent,
  context: Pick<FindingContext, 'quiet' | 'keyLifetime'>,
): Contender {
  const { hash, intent, sent } = stored;
  return {
    id: hash,
    from: startOf(stored, context),
    until: sent.last + context.quiet,
    fits: (effect) => fits(intent, effect as Candidate),
  };
}

/** Whether an effect is worth what the intent asked for. */
function fits({ id, body = {} }: Intent, { amount, currency }: Candidate): boolean {
  const { amount: asked, refund_amount: refunded, currency: askedCurrency } = body;
  if (id === undefined) return amount === (asked ?? 0) && currency === askedCurrency;
  if (asked !== undefined) return amount === asked;
  // The unit of `refund_amount` is not documented: minor currency units, or major ones of two or three decimals.
  return (
    refunded === undefined || [1, 100, 1000].some((units) => Math.round(Number(refunded) * units) === amount)
  );
}

async function listPayments(lddpay: Client, reference: string, options: CallOptions): Promise<Candidate[]> {
  const { payments } = await readPayments(lddpay, reference, options);
  return payments.map((payment) => {
    const { id, requested_on, amount, currency, reference } = payment;
    const approved = approvalOf(payment);
    return { id, approved, payment, time: readTime(requested_on)[0], reference, amount, currency };
  });
}

async function listActions(lddpay: Client, id: string, options: CallOptions): Promise<Candidate[]> {
  try {
    const actions = await lddpay.getPaymentActions(id, options);
    return actions.map((action) => {
      const { id, approved, type, processed_on, amount, reference } = action;
      return { id, approved, action, type, time: readTime(processed_on)[0], reference, amount };
    });
  } catch (error) {
    // Without the payment, there is no action of it.
    if (isLddPayError(error) && error.status === 404 && !error.transient) return [];
    throw error;
  }
}
