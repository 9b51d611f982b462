import { type Operation, operations } from '../../generated/operations.js';
import type { Core } from '../call/core.js';
import type { CallArguments } from '../call/input.js';
import { isLddPayError, type LddPayError } from '../errors.js';
import { KEY_CODE } from '../request/response.js';
import { toSend } from './arguments.js';
import type { JournalContext } from './context.js';
import { approvalOf } from './look/approval.js';
import { look } from './look/look.js';
import { idIn, isAbout } from './read-success.js';
import type { StoredIntent } from './records/intent.js';
import { keyAge, type Sent } from './records/sent.js';
import { refuse } from './refuse.js';
import type { Done, Settlement } from './settlement.js';

/**
 * Sends the request of an intent, and decides what its response says.
 *
 * @param endsAt When the call must be over, in ms by the monotonic clock.
 * @param before What was sent before; undefined for the first request.
 */
export async function send(
  context: JournalContext,
  stored: StoredIntent,
  args: CallArguments,
  endsAt: number,
  before: Sent | undefined,
): Promise<Settlement> {
  const { claims, requests, intents, now, leaveOpen } = context;
  const { call, clock, platform } = context.core;
  const { keyLifetime, margin } = context.config;
  const { hash, intent, sent } = stored;
  /** Takes the announcement back that was before this one: what is done leaves nothing to wait for. */
  const end = async (done: Promise<Done>) => {
    if (before) await requests.withdraw({ ...stored, sent: before });
    return done;
  };
  const { operationId } = intent;
  const [, latest] = clock.read();
  const keyLeft = keyLifetime - margin - keyAge(sent, context.core);
  const timeLeft = endsAt - platform.now();
  // The process was suspended since it announced the request. Whoever has looked since then relies on its time.
  const isKeyOver = keyLeft <= 0 && sent.first === before?.first;
  if (timeLeft <= 0 || latest > sent.last || isKeyOver) {
    await requests.withdraw(stored);
    return leaveOpen(stored, undefined);
  }
  // Until then, no attempt can find the key expired.
  const deadline = keyLeft > 0 ? Math.min(timeLeft, keyLeft) : timeLeft;
  let error: LddPayError | undefined;
  let isEmpty = false;
  try {
    const operation: Operation = operations[operationId];
    const response = await call(operationId, operation, toSend(intent, args, deadline));
    const { data, attempts } = response;
    const id = idIn(intent, data);
    if (data === undefined) {
      isEmpty = true;
      if (!before?.last && !attempts[1]) {
        return end(intents.keepDone(stored, { id: String(intent.id), empty: true }));
      }
    } else if (id && isAbout(intent, data)) {
      const approved = approvalOf(Object(data), intent.id === undefined);
      if (!(await claims.isOfAnother(id, hash))) return end(intents.keepDone(stored, { id, approved, data }));
    }
  } catch (cause) {
    error = cause as LddPayError;
    if (!error.attempts[0]) await requests.withdraw(stored);
    if (error.kind === 'config') throw error;
    if (!before?.last && !error.attempts[0]) return leaveOpen(stored, error);
  }
  const finding = await look(context, stored, args.options);
  if (isLddPayError(finding)) return leaveOpen(stored, error ?? finding);
  if (finding.state === 'found') return end(intents.keepFound(stored, finding.effect));
  if (isEmpty) {
    // Nothing is left of the payment. Where a look does not show why, an earlier request can be the reason.
    const empty = finding.state === 'absent' || undefined;
    return end(intents.keepDone(stored, { id: String(intent.id), empty }));
  }
  const showsNothing = finding.state === 'absent' || (finding.state === 'unseen' && !before?.last);
  if (error && isRefusal(error) && showsNothing) {
    return refuse(context, stored, error, error.attempts[1] ? clock.read()[1] : before?.last);
  }
  if (finding.state === 'waiting') return leaveOpen(stored, error, finding.ms);
  // Nobody can see whether an earlier request is the reason for the refusal.
  if (error && isRefusal(error) && finding.state === 'unseen') {
    return leaveOpen(stored, error, Number.POSITIVE_INFINITY);
  }
  if (!error || error.transient || !isOfKey(error)) return leaveOpen(stored, error);
  await intents.keepIfKnown(stored, 'sent', { ...sent, isKeyTaken: true }).catch(() => {});
  return leaveOpen(stored, error, Math.max(0, sent.first + keyLifetime - now()));
}

/** Returns by when a call that starts now is over, by the monotonic clock and by the latest that the API's shows. */
export function planCall(
  { clock, limits, platform }: Core,
  { options: { deadline = limits.deadline } }: CallArguments,
): { readonly endsAt: number; readonly last: number } {
  return { endsAt: platform.now() + deadline, last: clock.read()[1] + deadline };
}

/** Whether the API itself refused the operation, for good. A page of a gateway and a taken key are no refusals. */
function isRefusal(error: LddPayError): boolean {
  return error.kind === 'api' && !error.transient && !isOfKey(error);
}

/** Whether the API refused the key, and not the operation. */
function isOfKey({ errorType, errorCodes }: LddPayError): boolean {
  return KEY_CODE.test(`${errorType} ${errorCodes}`);
}
