import { isLddPayError, type LddPayError, withDetails } from '../errors.js';
import type { CallOptions } from '../options.js';
import { isAboutKey } from '../request/response.js';
import type { JournalContext } from './context.js';
import type { Finding } from './look/finding.js';
import { look } from './look/look.js';
import { type Announcement, endOf, noteStart, startOf } from './records/announcement.js';
import { canShare, type StoredIntent } from './records/intent.js';
import { refuse } from './refuse.js';
import type { Done, Settlement } from './settlement.js';

/**
 * Decides what came of a request whose response did not say it: looks for its effect.
 *
 * @param before The announcement before it, with `last` 0 where nothing came of it; undefined for the first request.
 * @param result The error of the call, `empty` where nothing was left to reverse, undefined for a success that does
 *   not say whose it is.
 */
export async function conclude(
  context: JournalContext,
  stored: StoredIntent,
  before: Announcement | undefined,
  options: CallOptions,
  result: LddPayError | 'empty' | undefined,
): Promise<Settlement> {
  const { core, intents, now, leaveOpen } = context;
  const { keyLifetime } = context.config;
  const { intent, sent } = stored;
  const error = result === 'empty' ? undefined : result;
  const refusal = error && isRefusal(error) ? error : undefined;
  // Where no earlier request is in doubt, an equal effect beside a refusal is that of another write.
  const isShared = Boolean(refusal && before?.last) && canShare(context.config, intent);
  const began = noteStart(core);
  const finding = await look(context, stored, options, isShared);
  if (isLddPayError(finding)) {
    const { retryAfterMs = error?.retryAfterMs } = finding;
    return leaveOpen(stored, error ? withDetails(error, { retryAfterMs }) : finding);
  }
  if (finding.state === 'found')
    return finish(context, stored, before, intents.keepFound(stored, finding.effect));
  if (result === 'empty') {
    // Nothing is left of the payment. Where a look does not show why, an earlier request can be the reason.
    const empty = finding.state === 'absent' || undefined;
    return finish(context, stored, before, intents.keepDone(stored, { id: String(intent.id), empty }));
  }
  if (refusal) return concludeRefusal(context, stored, before, refusal, finding, began().first);
  if (finding.state === 'waiting') return leaveOpen(stored, error, finding.ms);
  if (!error || error.transient || !isAboutKey(error.body)) return leaveOpen(stored, error ?? finding.error);
  // Where that fails, the next such error notes it.
  await intents.keepIfKnown(stored, 'sent', { ...sent, isKeyTaken: true }).catch(() => {});
  return leaveOpen(stored, error, Math.max(0, startOf(sent, core) + keyLifetime - now()));
}

/** Decides what a refusal means beside what a look has shown, which is not surely its effect. */
async function concludeRefusal(
  context: JournalContext,
  stored: StoredIntent,
  before: Announcement | undefined,
  refusal: LddPayError,
  finding: Finding,
  lookedAt: number,
): Promise<Settlement> {
  const { core, config, intents, leaveOpen } = context;
  // Nothing came of any request before it: what is like its effect is that of another write, unless the store was lost.
  // A list that cannot be read may have what would show that, by the reference that the journal chose.
  const isLost = finding.lostAt !== undefined || (finding.error && stored.intent.reference !== undefined);
  if (finding.state === 'absent' || !(before?.last || isLost)) {
    const earlier = before && endOf(before, core);
    const last = refusal.outcome === 'unknown' ? core.clock.read()[1] : earlier;
    return refuse(context, stored, refusal, last, lookedAt);
  }
  // An earlier request can be the reason for it. A later look decides, and does not forget that the API refused it.
  const kept = { ...stored.sent, refusal: refusal.toJSON() };
  await intents.keepIfKnown(stored, 'sent', kept).catch(() => {});
  if (finding.state === 'waiting') return leaveOpen(stored, refusal, finding.ms);
  // No look can show an effect that is `unseen`.
  const wait = finding.state === 'unseen' ? Number.POSITIVE_INFINITY : config.quiet;
  return leaveOpen(stored, refusal, wait);
}

/** Takes the announcement back that was before this one, once it is kept that the intent is done. */
export async function finish(
  { requests }: JournalContext,
  stored: StoredIntent,
  before: Announcement | undefined,
  kept: Promise<Done>,
): Promise<Done> {
  const done = await kept;
  if (before) await requests.withdraw({ ...stored, sent: before });
  return done;
}

/** Whether the API itself refused the operation, for good. A page of a gateway and a taken key are no refusals. */
export function isRefusal(error: LddPayError): boolean {
  return error.kind === 'api' && !error.transient && !isAboutKey(error.body);
}
