import type { LddPayError } from '../errors.js';
import type { JournalContext } from './context.js';
import { endOf, readClocks } from './records/announcement.js';
import type { StoredIntent } from './records/intent.js';
import type { Settlement } from './settlement.js';

/**
 * Decides on a refusal of the API when a look showed nothing.
 *
 * @param last When the last request of this intent was sent whose fate this process does not know, by the clock of the
 *   API in ms since the Unix epoch; undefined when there was none.
 */
export async function refuse(
  { core, requests, intents, untilQuiet, leaveOpen }: JournalContext,
  stored: StoredIntent,
  error: LddPayError,
  last: number | undefined,
): Promise<Settlement> {
  const { hash, sent } = stored;
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
    // Whoever has announced another request since then may have found no refusal, and sends it.
    const [others, { stored: current, settled }] = await Promise.all([
      requests.lastOfOthers(stored),
      intents.readState(hash),
    ]);
    if (settled?.state === 'done') return settled;
    const isReplaced = current && current.sent.by !== sent.by;
    const waitAgain = untilQuiet(Math.max(others, isReplaced ? endOf(current.sent, core) : 0));
    if (isReplaced || waitAgain > 0) return leaveOpen(stored, error, waitAgain);
  } catch (cause) {
    return leaveOpen(stored, cause as LddPayError);
  }
  return { state: 'refused', error };
}
