import { configError } from '../errors.js';
import { requireOwn } from './account.js';
import type { JournalContext } from './context.js';
import { keyEndOf } from './records/announcement.js';
import { fingerprint, quote, type StoredIntent } from './records/intent.js';
import type { Records } from './records/store.js';
import { confirm } from './refuse.js';
import type { Done, Refused } from './settlement.js';

/**
 * Removes the records of an intent that is settled.
 *
 * @throws LddPayError of kind `config` when it is open or belongs to another account.
 */
export async function forget(context: JournalContext, name: string, hash: string): Promise<void> {
  const { records, accounts, intents } = context;
  const state = await intents.readState(hash);
  const { stored } = state;
  if (stored) requireOwn(stored.intent, accounts);
  const settled = await confirm(context, state);
  if (stored && (!settled || settled.state === 'open')) {
    throw configError(`${quote(name)} is open. Resume it before you forget it.`);
  }
  if (stored && settled?.state === 'done') await leaveDone(context, stored, settled);
  if (settled?.state === 'refused') await leaveRefused(records, hash, stored, settled);
  if (stored?.intent.id) await records.remove('return', `${stored.intent.id}:${hash}`);
  await records.remove('intent', hash);
  await clearLeft(records, hash);
}

/** Keeps that no other intent may take its effect and, while its key can be alive, what its name stands for. */
async function leaveDone(
  { records, claims, config, core }: JournalContext,
  stored: StoredIntent,
  { id, approved, empty }: Done,
): Promise<void> {
  const { hash, intent, sent } = stored;
  if (!empty) await claims.giveUp(stored, id);
  const end = keyEndOf(sent, core, config.keyLifetime);
  const of = await fingerprint(intent);
  await records.write('forgotten', hash, { id, approved, empty, ...end, of, account: intent.account });
}

/** Keeps what a call needs that still finds the intent, and nothing that the next one could take for its own. */
async function leaveRefused(
  records: Records,
  hash: string,
  stored: StoredIntent | undefined,
  { error }: Refused,
): Promise<void> {
  // What is left of it without its intent is no refusal of the next one.
  if (stored) {
    const { by: of } = stored.intent.sent;
    await records.write('confirmed', hash, { error: error.toJSON(), of, isForgotten: true });
  }
  // Nothing came of its requests.
  for (const id of await records.list('request', `${hash}:`)) await records.remove('request', id);
}

/** Removes what is left once the intent was removed. What it came to goes last, which shows that more is left. */
export async function clearLeft(records: Records, hash: string): Promise<void> {
  for (const kind of ['sent', 'moved', 'named', 'refused', 'confirmed', 'done'] as const) {
    // Another process can begin the name meanwhile.
    if ((await records.read('intent', hash)) !== undefined) return;
    await records.remove(kind, hash);
  }
}
