import type { LddPayError } from '../errors.js';
import type { JournalContext } from './context.js';
import { endOf, readClocks } from './records/announcement.js';
import type { StoredIntent } from './records/intent.js';
import type { StoredState } from './records/intent-records.js';
import type { Settlement } from './settlement.js';

/**
 * Decides whether an intent is refused that the API refused, or of which nothing came. A look has shown no effect.
 *
 * @param last When the last request of this intent was sent whose outcome this process does not know, by the clock of the
 *   API in ms since the Unix epoch; undefined when there was none.
 * @param lookedAt When the look began, by the same clock. It need not show what was sent shortly before it, or later.
 */
export async function refuse(
  context: JournalContext,
  stored: StoredIntent,
  error: LddPayError,
  last: number | undefined,
  lookedAt: number,
): Promise<Settlement> {
  const { core, config, requests, intents, untilQuiet, leaveOpen } = context;
  const { sent } = stored;
  const refusal = error.toJSON();
  try {
    const latest = Math.max(last ?? 0, await requests.lastOfOthers(stored));
    if (latest + config.quiet > lookedAt) {
      // Only a refusal of the API is kept for later looks. That nothing came of it, they find again.
      if (error.kind !== 'api') return leaveOpen(stored, undefined, untilQuiet(latest));
      const waiting = { ...sent, last: latest, at: readClocks(core), refusal };
      // Where another process replaces the first of these records, the second still says that something can come of it.
      const announced = requests.announce({ ...stored, sent: waiting });
      await Promise.all([intents.keepIfKnown(stored, 'sent', waiting), announced]);
      return leaveOpen(stored, error, untilQuiet(latest));
    }
    await intents.keepIfKnown(stored, 'refused', { by: sent.by, error: refusal, lookedAt });
    return (await confirmRefusal(context, stored, error, lookedAt)) ?? leaveOpen(stored, error);
  } catch (cause) {
    return leaveOpen(stored, cause as LddPayError);
  }
}

/**
 * Returns what an intent came to; undefined when it was not settled or its refusal needs another look, and open where a
 * refusal does not count yet. Rejects with an LddPayError when the store fails.
 */
export async function confirm(
  context: JournalContext,
  { stored, settled, isFinal, lookedAt }: StoredState,
): Promise<Settlement | undefined> {
  if (!stored || settled?.state !== 'refused' || isFinal) return settled;
  return confirmRefusal(context, stored, settled.error, lookedAt);
}

/**
 * Decides whether a refusal that is kept counts. A process that announced a request before the refusal was kept may not
 * have seen it, and sends the request. One that announces a request later sees it.
 *
 * @param lookedAt When the look before it began; 0 where that is not known.
 * @returns Undefined where it needs another look.
 */
async function confirmRefusal(
  { core, config, requests, intents, untilQuiet, leaveOpen }: JournalContext,
  stored: StoredIntent,
  error: LddPayError,
  lookedAt: number,
): Promise<Settlement | undefined> {
  const { hash, sent } = stored;
  // Before the state: what is withdrawn from now on is settled there.
  const others = await requests.lastOfOthers(stored);
  const { stored: current, settled, isFinal } = await intents.readState(hash);
  if (isFinal) return settled;
  // It was forgotten meanwhile, and what it came to with it.
  if (!current) return leaveOpen(stored, undefined);
  const isReplaced = current.sent.by !== sent.by;
  const wait = untilQuiet(Math.max(others, isReplaced ? endOf(current.sent, core) : 0));
  if (isReplaced || wait > 0) return leaveOpen(stored, error, wait);
  if (others + config.quiet > lookedAt) return undefined;
  // Kept apart, and before anybody hears it: a process that was suspended can still write the other records.
  await intents.keepIfKnown(stored, 'confirmed', { error: error.toJSON(), of: current.intent.sent.by });
  return { state: 'refused', error };
}
