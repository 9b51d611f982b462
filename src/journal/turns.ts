import type { Core } from '../call/core.js';
import { isLddPayError } from '../errors.js';
import { signalSource, unlessCancelled } from '../lib/cancellation.js';
import { Deadline } from '../lib/deadline.js';
import { share, waitForShared } from '../lib/shared-work.js';
import type { CallOptions } from '../options.js';
import { timeoutError } from '../request/context.js';
import type { JournalContext } from './context.js';
import type { StoredIntent } from './records/intent.js';
import { isWrongStore } from './records/store.js';
import type { Open, Settlement } from './settlement.js';

/**
 * Runs the work on one intent after other work on it in this process, so that it sees what that has kept. Journals on
 * one client know of each other. Where the other work is lost, it runs without waiting, as in another process.
 *
 * @throws LddPayError of kind `timeout` or `aborted` when its turn does not come within the time of a call.
 */
async function inTurn<T>(core: Core, hash: string, options: CallOptions, work: () => Promise<T>): Promise<T> {
  const { running, platform, limits } = core;
  const previous = running.get(hash);
  const current = previous
    ? limited(core, options, (limit) => waitForShared(platform, previous, limit)).then(work)
    : work();
  // What ends without its turn leaves the other work running.
  const ended = current.catch(() => previous?.result);
  const left = previous ? previous.until - platform.now() : 0;
  const both = share(platform, ended, Math.max(left, options.deadline ?? limits.deadline));
  running.set(hash, both);
  const release = () => {
    if (running.get(hash) === both) running.delete(hash);
  };
  ended.then(release, release);
  return current;
}

/**
 * Waits for other work, at most for as long as a call may take.
 *
 * @throws LddPayError of kind `timeout` or `aborted`.
 */
export function withinCall<T>(core: Core, work: Promise<T>, options: CallOptions): Promise<T> {
  return limited(core, options, (limit) => unlessCancelled(work, limit));
}

/** Waits with the limits of a call. */
function limited<T>(
  { limits, platform, aborted }: Core,
  { signal, deadline = limits.deadline }: CallOptions,
  wait: (limit: Deadline) => Promise<T>,
): Promise<T> {
  const limit = new Deadline(
    platform,
    platform.now() + deadline,
    () => timeoutError({ ...limits, deadline }, 'deadline'),
    signalSource(signal, aborted),
  );
  return wait(limit).finally(limit.close);
}

/**
 * Runs the work on one intent in its turn. What failed there, or before it, leaves the intent open.
 *
 * @param known What is known of the intent before; undefined for nothing.
 */
export async function settleInTurn<T extends Settlement | undefined>(
  { core, leaveOpen }: JournalContext,
  hash: string,
  options: CallOptions,
  work: () => Promise<T>,
  known?: StoredIntent,
): Promise<T | Open> {
  try {
    return await inTurn(core, hash, options, work);
  } catch (error) {
    if (!isLddPayError(error) || (error.kind === 'config' && !isWrongStore(error))) throw error;
    return leaveOpen(known, error);
  }
}
