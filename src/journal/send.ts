import { type Operation, operations } from '../../generated/operations.js';
import type { Core } from '../call/core.js';
import type { CallArguments } from '../call/input.js';
import type { LddPayError } from '../errors.js';
import { idIn } from '../results/made-id.js';
import { mayChangeKey } from './account.js';
import { toSend } from './arguments.js';
import { conclude, finish, isRefusal } from './conclude.js';
import type { JournalContext } from './context.js';
import { approvalOf } from './look/approval.js';
import { isAbout } from './read-success.js';
import {
  type Announcement,
  isTooLateToSend,
  readClocks,
  type Start,
  startOf,
} from './records/announcement.js';
import type { StoredIntent } from './records/intent.js';
import type { Settlement } from './settlement.js';

/**
 * Sends the request of an intent, and settles it where the response is a success that says whose it is.
 *
 * @param endsAt When the call must be over, in ms by the monotonic clock.
 * @param before The announcement before it, with `last` 0 where nothing came of it; undefined for the first request.
 */
export async function send(
  context: JournalContext,
  stored: StoredIntent,
  args: CallArguments,
  endsAt: number,
  before: Announcement | undefined,
): Promise<Settlement> {
  const { core, config, claims, requests, intents, leaveOpen } = context;
  const { call, platform } = core;
  const { hash, intent, sent } = stored;
  const { operationId } = intent;
  const isTooLate = (isRepeated?: boolean) => isTooLateToSend(sent, before, core, config, isRepeated);
  const { deadline = core.limits.deadline } = args.options;
  const timeLeft = Math.min(deadline, endsAt - platform.now());
  if (timeLeft <= 0 || isTooLate()) {
    await requests.withdraw(stored);
    return leaveOpen(stored, undefined);
  }
  let result: LddPayError | 'empty' | undefined;
  try {
    const operation: Operation = operations[operationId];
    const key = {
      sentAt: () => startOf(sent, core),
      lifetime: config.keyLifetime,
      isTooLate,
      mayBeForgotten: mayChangeKey(context),
    };
    const response = await call(operationId, operation, toSend(intent, args, timeLeft, key));
    const { data, attempts } = response;
    const id = idIn(intent.id, data);
    if (data === undefined) {
      result = 'empty';
      const done = { id: String(intent.id), empty: true };
      if (!before?.last && !attempts[1])
        return finish(context, stored, before, intents.keepDone(stored, done));
    } else if (id && !isAbout(intent, data)) {
      // Where that fails, the next such response notes it.
      await claims.noteNamed(id, stored).catch(() => {});
    } else if (id && !(await claims.isOfAnother(id, hash))) {
      const done = { id, approved: approvalOf(Object(data), intent.id === undefined), data };
      return finish(context, stored, before, intents.keepDone(stored, done));
    }
  } catch (cause) {
    const error = cause as LddPayError;
    result = error;
    // Its outcome is known, and nobody has to wait for it.
    if (error.outcome !== 'unknown' && !isRefusal(error)) {
      if (before?.last) await requests.withdraw(stored);
      else await requests.noteNoEffect(stored);
    }
    if (!before?.last && !error.attempts[0]) return leaveOpen(stored, error);
  }
  return conclude(context, stored, before, args.options, result);
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

/**
 * Plans a call that starts now.
 *
 * @param before How long what comes before its request can take, in ms.
 */
export function planCall(
  core: Core,
  { options: { deadline = core.limits.deadline } }: CallArguments,
  before = 0,
): CallPlan {
  const at = readClocks(core);
  const ms = before + deadline;
  return { endsAt: core.platform.now() + ms, last: at.first + ms, at };
}
