import type { CallArguments } from '../../call/input.js';
import { callMessage, isLddPayError, LddPayError } from '../../errors.js';
import type { CallOptions } from '../../options.js';
import { mayHaveOtherKeys } from '../account.js';
import { announce } from '../announce.js';
import type { JournalContext } from '../context.js';
import { look } from '../look/look.js';
import { endOf, keyAge, noteStart, type Start } from '../records/announcement.js';
import { canShare, isHarmless, type StoredIntent } from '../records/intent.js';
import { toError } from '../records/intent-records.js';
import { LIST_MS } from '../records/store.js';
import { refuse } from '../refuse.js';
import { planCall, send } from '../send.js';
import type { Settlement } from '../settlement.js';
import { decideNext } from './decide-next.js';

/**
 * Goes on with an open intent: looks first, and repeats the request where that cannot take effect twice.
 *
 * @param args The arguments of the request; undefined when its body is not known.
 * @param start When the intent was read: whatever another process has sent since then is seen as its effect.
 */
export async function goOn(
  context: JournalContext,
  read: StoredIntent,
  args: CallArguments | undefined,
  options: CallOptions,
  start: () => Required<Start>,
): Promise<Settlement> {
  const { core, requests, intents, untilQuiet, leaveOpen } = context;
  const { keyLifetime, margin } = context.config;
  if (!read.sent.last) {
    // Otherwise the machine's own clock, which can be slow, would correct the times of other machines.
    const failure = await context.learnClock(options).catch((error: LddPayError) => error);
    if (isLddPayError(failure)) return leaveOpen(read, failure);
  }
  const stored = read.sent.last ? read : await requests.complete(read);
  const { intent, sent } = stored;
  const began = noteStart(core);
  let finding = await look(context, stored, options);
  // A new access key, or a new host, may have idempotency keys of its own.
  const isMoved = mayHaveOtherKeys(intent, context) || (await intents.isMoved(stored));
  const isAlive = (key: Start) => !isMoved && keyAge(key, core) < keyLifetime - margin;
  const isKeyYoung = isAlive(sent);
  const isLikely = !isLddPayError(finding) && finding.state === 'likely';
  const isUnsent = !sent.last || (isLikely && !isKeyYoung && (await requests.hadNoEffect(stored, sent)));
  const isKeyAlive = !isUnsent && isKeyYoung;
  // While the key lives, to repeat the request tells more, and costs less.
  const mayRepeat = isKeyAlive && args && !read.isRefused;
  const isShared = canShare(context.config, intent) && !isUnsent && !mayRepeat;
  if (isShared && !isLddPayError(finding) && finding.state === 'unclear') {
    finding = await look(context, stored, options, true);
  }
  if (isLddPayError(finding)) return leaveOpen(stored, finding);
  const { lostAt, error } = finding;
  // Where a store that was lost had known of the key, the key is older than this intent. A list that cannot be read may
  // have what would show that, by the reference that the journal chose.
  const isLostKeyOver = error
    ? intent.reference !== undefined
    : lostAt !== undefined && !isAlive({ first: lostAt });
  const earliest = (isUnsent && sent.began) || sent;
  const next = decideNext({
    finding,
    isUnsent,
    isKeyAlive,
    isKeyOver: earliest.first > 0 && keyAge(earliest, core) >= keyLifetime,
    isLostKeyOver,
    isHarmless: isHarmless(intent),
    isRefused: read.isRefused === true,
    refusal: sent.refusal && toError(sent.refusal),
    args,
    untilQuiet: untilQuiet(endOf(sent, core)),
  });
  if (next.action === 'keep') return intents.keepFound(stored, next.effect);
  if (next.action === 'refuse') {
    const { error = nothingCame(intent.operationId) } = next;
    return refuse(context, stored, error, endOf(sent, core), began().first);
  }
  if (next.action === 'wait') return leaveOpen(stored, error, next.ms);
  const { first, date } = sent;
  const own = isKeyAlive ? { first, date } : start();
  const isLostKeyAlive = lostAt !== undefined && !isLostKeyOver;
  const key = isLostKeyAlive ? { first: lostAt } : own;
  return repeat(context, stored, next.args, isMoved, key, sent.origin ?? (isUnsent ? own : { first, date }));
}

/**
 * Announces another request of an intent, and sends it.
 *
 * @param key When its key can have been sent first.
 * @param origin When the first request of the intent was.
 */
async function repeat(
  context: JournalContext,
  { hash, intent, sent }: StoredIntent,
  args: CallArguments,
  isMoved: boolean,
  key: Start,
  origin: Start,
): Promise<Settlement> {
  const { core, requests } = context;
  // Whoever goes on under another account lists requests first.
  const { endsAt, last, at } = planCall(core, args, isMoved ? LIST_MS : 0);
  const next = {
    ...key,
    // At least as long as the announcement that it replaces.
    last: Math.max(last, endOf(sent, core)),
    at,
    by: crypto.randomUUID(),
    isKeyTaken: sent.isKeyTaken,
    origin,
  };
  const announced = { hash, intent, sent: next };
  const settlement = await announce(context, announced, sent, isMoved);
  if (settlement) return settlement;
  const hadNoEffect = await requests.hadNoEffect(announced, sent);
  return send(context, announced, args, endsAt, hadNoEffect ? { ...sent, last: 0 } : sent);
}

/** The error of an intent that can neither take effect any more nor be repeated. */
function nothingCame(operationId: string): LddPayError {
  const message =
    'Nothing of it was found once its key had expired, and the body to repeat it with was not kept.';
  return new LddPayError(callMessage(operationId, message), {
    kind: 'timeout',
    outcome: 'unknown',
    operationId,
  });
}
