import type { Core } from '../call/call.js';
import { abortedError } from '../errors.js';
import { onAbort, unlessCancelled } from '../lib/cancellation.js';
import { Deadline } from '../lib/deadline.js';
import type { CallOptions } from '../options.js';
import { timeoutError } from '../request/context.js';

/**
 * Runs the work on one intent after other work on it in this process, so that it sees what that has kept. Journals on
 * one client know of each other: the client itself refuses two bodies under one key.
 *
 * @throws LddPayError of kind `timeout` or `aborted` when its turn does not come within the time of a call.
 */
export async function inTurn<T>(
  core: Core,
  hash: string,
  options: CallOptions,
  work: () => Promise<T>,
): Promise<T> {
  const { running } = core;
  const previous = running.get(hash);
  const current = previous ? withinCall(core, previous, options).then(work) : work();
  const both = Promise.allSettled([previous, current]);
  running.set(hash, both);
  try {
    return await current;
  } finally {
    if (running.get(hash) === both) running.delete(hash);
  }
}

/**
 * Waits for other work, at most for as long as a call may take.
 *
 * @throws LddPayError of kind `timeout` or `aborted`.
 */
export function withinCall<T>(
  { limits, platform }: Core,
  work: Promise<T>,
  { signal, deadline = limits.deadline }: CallOptions,
): Promise<T> {
  const limit = new Deadline(
    platform,
    platform.now() + deadline,
    () => timeoutError({ ...limits, deadline }, 'deadline'),
    signal && ((cancel) => onAbort(signal, () => cancel(abortedError(signal.reason)))),
  );
  return unlessCancelled(work, limit).finally(limit.close);
}
