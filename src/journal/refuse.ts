import type { LddPayError } from '../errors.js';
import type { JournalContext } from './context.js';
import { endOf, readClocks } from './records/announcement.js';
import type { StoredIntent } from './records/intent.js';
import type { StoredState } from './records/intent-records.js';
import type { Settlement } from './settlement.js';

/**
 * Decides on a refusal of the API when a look showed nothing.
 *
 * @param last When the last request of this intent was sent whose outcome this process does not know, by the clock of the
 *   API in ms since the Unix epoch; undefined when there was none.
 */
export async function refuse(
  context: JournalContext,
  stored: StoredIntent,
  error: LddPayError,
  last: number | undefined,
): Promise<Settlement> {
  const { core, requests, intents, untilQuiet, leaveOpen } = context;
  const { sent } = stored;
  const refusal = error.toJSON();
  try {
    const latest = Math.max(last ?? 0, await requests.lastOfOthers(stored));
    const wait = untilQuiet(latest);
    if (wait > 0) {
      const waiting = { ...sent, last: latest, at: readClocks(core), refusal };
      // Where another process replaces the first of these records, the second still says that something can come of it.
      const announced = requests.announce({ ...stored, sent: waiting });
      await Promise.all([intents.keepIfKnown(stored, 'sent', waiting), announced]);
      return leaveOpen(stored, error, wait);
    }
    const refused = { by: sent.by, error: refusal };
    await intents.keepIfKnown(stored, 'refused', refused);
    return await confirmRefusal(context, stored, error);
  } catch (cause) {
    return leaveOpen(stored, cause as LddPayError);
  }
}

/**
 * Returns what an intent came to; undefined when it was not settled, and open where a refusal does not count yet. Rejects
 * with an LddPayError when the store fails.
 */
export async function confirm(
  context: JournalContext,
  { stored, settled, isConfirmed }: StoredState,
): Promise<Settlement | undefined> {
  if (!stored || settled?.state !== 'refused' || isConfirmed) return settled;
  return confirmRefusal(context, stored, settled.error);
}

/**
 * Decides whether a refusal that is kept counts: whoever announced a request before it was kept may have found none, and
 * sends it. Whoever announces one later finds it.
 */
async function confirmRefusal(
  { core, requests, intents, untilQuiet, leaveOpen }: JournalContext,
  stored: StoredIntent,
  error: LddPayError,
): Promise<Settlement> {
  const { hash, sent } = stored;
  // Before the state: what is withdrawn from now on is settled there.
  const others = await requests.lastOfOthers(stored);
  const { stored: current, settled } = await intents.readState(hash);
  if (settled?.state === 'done') return settled;
  const isReplaced = current && current.sent.by !== sent.by;
  const wait = untilQuiet(Math.max(others, isReplaced ? endOf(current.sent, core) : 0));
  if (isReplaced || wait > 0) return leaveOpen(stored, error, wait);
  const confirmed = { by: sent.by, error: error.toJSON(), isConfirmed: true };
  // Where it is not kept, whoever reads the refusal decides anew.
  await intents.keepIfKnown(stored, 'refused', confirmed).catch(() => undefined);
  return { state: 'refused', error };
}
