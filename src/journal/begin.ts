import { operations } from '../../generated/operations.js';
import type { CallArguments } from '../call/input.js';
import { configError, type LddPayError } from '../errors.js';
import type { WriteId } from '../results/writes.js';
import { completeBody } from './arguments.js';
import type { JournalContext } from './context.js';
import { goOn } from './next/go-on.js';
import { DEFAULT_PREFIX } from './options.js';
import { isTooLateToSend, noteStart, type Start } from './records/announcement.js';
import { createIntent, isAnonymous, type StoredIntent } from './records/intent.js';
import { toError } from './records/intent-records.js';
import { requireNoSecretIn } from './records/require-no-secret.js';
import { confirm, refuse } from './refuse.js';
import { planCall, send } from './send.js';
import type { Settlement } from './settlement.js';

const NOT_SHOWN =
  '`getItem` of the store must return at once what `setItem` stored, unless the name is forgotten meanwhile.';

/** A call of a method of the journal. */
export interface NamedCall {
  readonly name: string;
  /** The id of the records of the name. */
  readonly hash: string;
  readonly operationId: WriteId;
  readonly args: CallArguments;
}

/**
 * Keeps an intent, and tries it for the first time.
 *
 * @param failure Why it cannot be sent now; undefined when it can.
 * @param follows The id of what was forgotten under the name before, or empty.
 * @param start When the store had no record of it: whatever another process has sent since then is seen as its effect.
 */
export async function begin(
  context: JournalContext,
  call: NamedCall,
  failure: LddPayError | undefined,
  follows: string,
  start: Required<Start>,
): Promise<Settlement> {
  const { core, config, records, requests, intents, leaveOpen } = context;
  const { name, hash, operationId, args } = call;
  const { baseUrl, clientId, platform } = core;
  const scope = config.prefix === DEFAULT_PREFIX ? [] : [config.prefix];
  const account = { baseUrl, clientId };
  const { endsAt, last, at } = planCall(core, args);
  const date = platform.date();
  const by = crypto.randomUUID();
  const planned = { ...start, last, at, by };
  // Nothing is announced where nothing is sent: whoever goes on with it looks first, as if its key had expired. The
  // clock of the API may not be known, and that of this machine be wrong.
  const sent = failure ? { first: 0, last: 0, by, began: start } : planned;
  const intent = await createIntent(scope, name, operationId, args, date, account, follows, sent);
  // Only in a new intent: one that is kept may have happened, and with another card number.
  requireNoSecretIn(intent.body, operationId, args);
  const stored: StoredIntent = { hash, intent, sent };
  // What cannot be signed must not be kept.
  await core.sign(operations[operationId], completeBody(intent, args), date);
  // Another process may have done it, and forgotten it.
  if (isTooLateToSend(planned, undefined, core, config)) return leaveOpen(undefined, failure);
  // In this order: whoever looks for the effect finds all that may have caused it, also once `exclusive` is set.
  if (isAnonymous(operationId)) await records.write('return', `${intent.id}:${hash}`, {});
  const writes = [failure || requests.announce(stored), records.write('intent', hash, intent)];
  // Where one of them fails, the other goes on, and must not replace what is written next.
  await Promise.allSettled(writes);
  await Promise.all(writes);
  const [hasOutcome, isMissing] = await Promise.all([intents.hasOutcome(hash), intents.isMissing(stored)]);
  // Another process may have settled it before.
  if (hasOutcome || (await intents.isMoved(stored))) {
    await requests.withdraw(stored);
    const state = await intents.readState(hash);
    const settled = await confirm(context, state);
    if (settled) return settled;
    // Another process began it too, and kept a refusal before this intent replaced its own. Its look counts.
    const { isRefused, sent: latest } = state.stored ?? stored;
    return isRefused && latest.refusal
      ? refuse(context, stored, toError(latest.refusal), undefined, state.lookedAt)
      : leaveOpen(stored, undefined);
  }
  if (failure) return leaveOpen(stored, failure);
  if (isMissing) {
    await requests.withdraw(stored);
    // Kept as not sent: whoever goes on with it then looks for the requests of one that it can have replaced, because the
    // store did not show that either.
    return begin(context, call, configError(NOT_SHOWN), follows, start);
  }
  const settlement = await send(context, stored, args, endsAt, undefined);
  return wasLate(settlement) ? goOn(context, stored, args, args.options, noteStart(core)) : settlement;
}

/**
 * Whether the announced time was over before the request could be sent, by a date that came with a refused token or a
 * new one. Nothing came of it.
 */
function wasLate(settlement: Settlement): boolean {
  const error = settlement.state === 'open' ? settlement.error : undefined;
  return error?.kind === 'timeout' && !error.transient && error.outcome !== 'unknown';
}
