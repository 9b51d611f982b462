import type { LddPayError } from '../errors.js';
import type { JournalContext } from './context.js';
import type { StoredIntent } from './intent.js';
import type { Settlement } from './settlement.js';

/**
 * Decides on a refusal of the API when a look showed nothing.
 *
 * @param last When the last request was sent that may still take effect, by the clock of the API in ms since the Unix
 *   epoch; undefined when there was none.
 */
export async function refuse(
  { config, records, intents, now, leaveOpen }: JournalContext,
  stored: StoredIntent,
  error: LddPayError,
  last: number | undefined,
): Promise<Settlement> {
  /** Returns the time until requests that were sent cannot have an effect any more, in ms. */
  const untilQuiet = (sentAt: number) => sentAt + config.quiet - now();
  const { hash, sent } = stored;
  const refusal = error.toJSON();
  const wait = last === undefined ? 0 : untilQuiet(last);
  try {
    if (last !== undefined && wait > 0) {
      await records.write('sent', hash, { ...sent, last, refusal });
      return leaveOpen(stored, error, wait);
    }
    await records.write('refused', hash, { by: sent.by, error: refusal });
    // Whoever has announced another request since then may have found no refusal, and sends it.
    const { stored: current } = await intents.readState(hash);
    if (current && current.sent.by !== sent.by) {
      return leaveOpen(stored, error, untilQuiet(current.sent.last));
    }
    if (await intents.isForgotten(stored)) await records.remove('refused', hash);
  } catch (cause) {
    return leaveOpen(stored, cause as LddPayError);
  }
  return { state: 'refused', error };
}
