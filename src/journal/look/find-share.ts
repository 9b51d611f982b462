import { operations } from '../../../generated/operations.js';
import type { JournalContext } from '../context.js';
import { endOf, startOf } from '../records/announcement.js';
import type { Intent, StoredIntent } from '../records/intent.js';
import type { Rival } from '../records/intent-records.js';
import { wrongStore } from '../records/store.js';
import { fits } from './compare-effect.js';
import { earliestOf } from './earliest.js';
import type { Finding } from './finding.js';
import type { Candidate } from './list-candidates.js';
import { type Contender, mayHaveCaused, shareEffects } from './share-effects.js';

const INCOMPLETE = '`getKeys` of the store must return all keys.';

/** Finds which of the effects that do not say whose they are is that of an intent. */
export async function findShare(
  context: JournalContext,
  stored: StoredIntent,
  candidates: readonly Candidate[],
  owned: ReadonlyMap<string, string>,
): Promise<Finding> {
  const { core, config, records, intents, now } = context;
  const rivals: Rival[] = [];
  // Listed after the effects were read: whoever caused one of them is in the list.
  const ids = await records.list('return', `${stored.intent.id}:`);
  const own = `${stored.intent.id}:${stored.hash}`;
  if (!ids.includes(own)) {
    if (await records.read('return', own)) throw wrongStore(INCOMPLETE);
    // The store has lost it: those of rivals may be missing too.
    return { state: 'unclear' };
  }
  for (const id of ids) {
    if (id === own) continue;
    const hash = id.slice(-stored.hash.length);
    const rival = await intents.readRival(hash);
    const effectId = owned.get(hash);
    // Its claim can be kept while what it came to is not.
    rivals.push(effectId === undefined ? rival : { ...rival, isSettled: true, effectId });
  }
  const unclaimed = candidates.filter(({ id }) => !rivals.some(({ effectId }) => effectId === id));
  const isPossible = (one: Contender) => unclaimed.some((effect) => mayHaveCaused(one, effect));
  const self = toContender(stored, context);
  const contenders = rivals.flatMap(({ stored: rival, isSettled, effectId }) => {
    // One of which no request was announced has caused nothing, nor has one that is refused or was empty.
    if (!rival?.sent.last || (isSettled && effectId === undefined)) return [];
    const contender = toContender(rival, context);
    return isPossible(contender) ? [{ ...contender, rival, isSettled }] : [];
  });
  const isOwn = isPossible(self);
  // What came later than it should have can be its own where the clock of the API was set, or is not one clock.
  const late = isOwn ? [] : unclaimed.filter((effect) => effect.time > self.until && self.fits(effect));
  if (!isOwn && !late[0]) return { state: 'absent' };
  // A reversal leaves several actions, of which only one is known. And the same number can be another amount, since
  // the unit is not documented. Neither can be shared by count.
  const isEqual = ({ intent }: StoredIntent) =>
    isSingle(intent) && intent.body?.['refund_amount'] === stored.intent.body?.['refund_amount'];
  if (!isSingle(stored.intent)) return { state: 'unclear' };
  if (contenders.some(({ rival, isSettled }) => (isSettled ? !isSingle(rival.intent) : !isEqual(rival)))) {
    return { state: 'unclear' };
  }
  const others = contenders.filter(({ isSettled }) => !isSettled);
  const open = isOwn ? [self, ...others] : others;
  // While requests of rivals can still arrive, their share is not known.
  const ms = others[0] ? Math.max(...open.map(({ until }) => until)) - now() : 0;
  if (ms > 0) return { state: 'waiting', ms };
  // While the key of one is alive, a repeated request can tell which effect is its own.
  const mayKeyBeAlive = others.some(({ rival }) => startOf(rival.sent, core) + config.keyLifetime > now());
  if (mayKeyBeAlive) return { state: 'waiting', ms: config.quiet };
  const shares = shareEffects(unclaimed, open);
  const given = [...shares.values()];
  if (!late.every((effect) => given.includes(effect))) return { state: 'unclear' };
  const effect = shares.get(stored.hash);
  return effect ? { state: 'found', effect } : { state: 'absent' };
}

/** Whether an intent leaves one action at most. */
function isSingle({ operationId }: Intent): boolean {
  return operations[operationId].actions.length === 1;
}

function toContender(stored: StoredIntent, context: JournalContext): Contender {
  const { hash, intent, sent } = stored;
  return {
    id: hash,
    from: earliestOf(stored, context),
    until: endOf(sent, context.core) + context.config.quiet,
    fits: (effect) => fits(intent, effect),
  };
}
