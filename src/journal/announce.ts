import type { LddPayError } from '../errors.js';
import type { JournalContext } from './context.js';
import { isOfAccount } from './records/account.js';
import { type Announcement, isTooLateToSend } from './records/announcement.js';
import { isHarmless, type StoredIntent } from './records/intent.js';
import { confirm } from './refuse.js';
import type { Settlement } from './settlement.js';

/**
 * Announces another request of an intent, so that whoever goes on with it at the same time sees this one, or is seen.
 *
 * @param before The announcement before it.
 * @param isMoved Whether the intent went on, or goes on now, under an account whose keys are others.
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
    // Before the announcement: whoever relies on the key looks for it after their own.
    if (!isOfAccount(intent, core)) await records.write('moved', hash, {});
    await requests.announce(announced);
    // No key keeps the requests of two accounts apart. Before the state: what is withdrawn from now on is settled there.
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
    // A refusal that was kept while the process was suspended would no longer count.
    if (isTooLateToSend(sent, before, core, config)) return giveUp();
    return (await intents.keepIfKnown(announced, 'sent', sent)) ? undefined : giveUp();
  } catch (error) {
    return leaveOpen(announced, error as LddPayError);
  }
}
