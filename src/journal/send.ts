import { type Operation, operations } from '../../generated/operations.js';
import type { Core } from '../call/core.js';
import type { CallArguments } from '../call/input.js';
import { isLddPayError, type LddPayError, withDetails } from '../errors.js';
import { isAboutKey } from '../request/response.js';
import { toSend } from './arguments.js';
import type { JournalContext } from './context.js';
import { approvalOf } from './look/approval.js';
import { canShare, look } from './look/look.js';
import { idIn, isAbout } from './read-success.js';
import type { StoredIntent } from './records/intent.js';
import { endOf, keyAge, type Sent, type Start, startOf } from './records/sent.js';
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
  const { core } = context;
  const { call, clock, limits, platform } = core;
  const { keyLifetime, margin, quiet } = context.config;
  const { hash, intent, sent } = stored;
  /** Takes the announcement back that was before this one: what is done leaves nothing to wait for. */
  const end = async (kept: Promise<Done>) => {
    const done = await kept;
    if (before) await requests.withdraw({ ...stored, sent: before });
    return done;
  };
  const { operationId } = intent;
  const isRepeated = sent.first === before?.first;
  /** Whether the process was suspended since it announced the request, on whose time others rely, or read the state. */
  const isOver = () => {
    const age = keyAge(sent, core);
    const isKeyOver =
      age >= keyLifetime - margin && (isRepeated || age > Math.max(keyLifetime, limits.deadline));
    return isKeyOver || clock.read()[1] > sent.last;
  };
  const timeLeft = endsAt - platform.now();
  if (timeLeft <= 0 || isOver()) {
    await requests.withdraw(stored);
    return leaveOpen(stored, undefined);
  }
  let error: LddPayError | undefined;
  let isEmpty = false;
  try {
    const operation: Operation = operations[operationId];
    const response = await call(
      operationId,
      operation,
      toSend(intent, args, timeLeft, { sentAt: () => startOf(sent, core), isOver }),
    );
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
    // Its fate is known, and nobody has to wait for it.
    if (error.outcome !== 'unknown' && !isRefusal(error)) {
      await (before?.last ? requests.withdraw : requests.clear)(stored);
    }
    if (!before?.last && !error.attempts[0]) return leaveOpen(stored, error);
  }
  const refusal = error && isRefusal(error) ? error : undefined;
  const finding = await look(context, stored, args.options, refusal && canShare(context, stored));
  if (isLddPayError(finding)) {
    const { retryAfterMs = error?.retryAfterMs } = finding;
    return leaveOpen(stored, error ? withDetails(error, { retryAfterMs }) : finding);
  }
  if (finding.state === 'found') return end(intents.keepFound(stored, finding.effect));
  if (isEmpty) {
    // Nothing is left of the payment. Where a look does not show why, an earlier request can be the reason.
    const empty = finding.state === 'absent' || undefined;
    return end(intents.keepDone(stored, { id: String(intent.id), empty }));
  }
  const showsNothing = finding.state === 'absent' || (finding.state === 'unseen' && !before?.last);
  if (refusal && showsNothing) {
    const earlier = before && endOf(before, core);
    return refuse(context, stored, refusal, refusal.outcome === 'unknown' ? clock.read()[1] : earlier);
  }
  if (finding.state === 'waiting') return leaveOpen(stored, error, finding.ms);
  // Nobody can see whether an earlier request is the reason for the refusal.
  if (refusal && finding.state === 'unseen') return leaveOpen(stored, refusal, Number.POSITIVE_INFINITY);
  if (refusal && finding.state === 'unclear') return leaveOpen(stored, refusal, quiet);
  if (!error || error.transient || !isAboutKey(error.body)) return leaveOpen(stored, error);
  await intents.keepIfKnown(stored, 'sent', { ...sent, isKeyTaken: true }).catch(() => {});
  return leaveOpen(stored, error, Math.max(0, startOf(sent, core) + keyLifetime - now()));
}

/** When a call is over that starts now. */
export interface CallPlan {
  /** By the monotonic clock, in ms. */
  readonly endsAt: number;
  /** By the latest time of the API's clock, in ms since the Unix epoch. */
  readonly last: number;
  /** When it starts. */
  readonly at: Required<Start>;
}

/** Plans a call that starts now. */
export function planCall(
  { clock, limits, platform }: Core,
  { options: { deadline = limits.deadline } }: CallArguments,
): CallPlan {
  const [, first] = clock.read();
  return { endsAt: platform.now() + deadline, last: first + deadline, at: { first, date: platform.date() } };
}

/** Whether the API itself refused the operation, for good. A page of a gateway and a taken key are no refusals. */
function isRefusal(error: LddPayError): boolean {
  return error.kind === 'api' && !error.transient && !isAboutKey(error.body);
}
