import type { LddPayError } from '../errors.js';
import { mayHaveOtherKeys } from './account.js';
import type { JournalContext } from './context.js';
import { type Announcement, isTooLateToSend } from './records/announcement.js';
import { isHarmless, type StoredIntent } from './records/intent.js';
import { confirm } from './refuse.js';
import type { Settlement } from './settlement.js';

/**
 * Announces another request of an intent, so that whoever goes on with it at the same time sees this one, or is seen.
 *
 * @param before The announcement before it.
 * @param isMoved Whether the intent went on, or goes on now, under an account with idempotency keys of its own.
 * @returns What the intent comes to where the request must not be sent; undefined where it may be.
 */
export async function announce(
  context: JournalContext,
  announced: StoredIntent,
  before: Announcement,
  isMoved: boolean,
): Promise<Settlement | undefined> {
  const { core, config, records, requests, intents, untilQuiet, leaveOpen } = context;
  const { hash, intent, sent } = announced;
  const giveUp = async (tryAfterMs?: number) => {
    await requests.withdraw(announced);
    return leaveOpen(announced, undefined, tryAfterMs);
  };
  try {
    // Before the announcement: a process that relies on the key looks for this record after its own announcement.
    if (mayHaveOtherKeys(intent, context)) await records.write('moved', hash, {});
    await requests.announce(announced);
    // Requests under two accounts have two keys, and both could take effect. Before the state: it shows what becomes of
    // a request that is withdrawn from now on.
    const last = isMoved && !isHarmless(intent) ? await requests.lastOfOthers(announced) : 0;
    // Another process may have settled it meanwhile. Its record must not be replaced before that is known.
    const state = await intents.readState(hash);
    if (state.settled) {
      await requests.withdraw(announced);
      return (await confirm(context, state)) ?? leaveOpen(announced, undefined);
    }
    if (!state.stored || state.stored.isRefused) return giveUp();
    if (!isMoved && (await intents.isMoved(announced))) return giveUp();
    const wait = last ? untilQuiet(last) : 0;
    if (wait > 0) return giveUp(wait);
    // The record would undo a refusal that was kept while this process was suspended.
    if (isTooLateToSend(sent, before, core, config)) return giveUp();
    return (await intents.keepIfKnown(announced, 'sent', sent)) ? undefined : giveUp();
  } catch (error) {
    return leaveOpen(announced, error as LddPayError);
  }
}
