import type { Core } from '../call/core.js';
import type { LddPayError } from '../errors.js';
import { startOf } from './records/announcement.js';
import { referenceOf, type StoredIntent } from './records/intent.js';
import type { Open } from './settlement.js';

/** When to try again after a failure that passes, in ms. */
const TRY_AGAIN_MS = 2_000;

/** The longest wait that an API can ask for, in ms: timers and queues take none of years. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * Leaves an intent open.
 *
 * @param stored The intent; undefined where it could not be read.
 */
export type LeaveOpen = (
  stored: StoredIntent | undefined,
  error: LddPayError | undefined,
  tryAfterMs?: number,
) => Open;

/** Creates the function that leaves intents open. */
export function createLeaveOpen(core: Core): LeaveOpen {
  // Only a change of the program, of its options or of its store helps.
  const wait = (error?: LddPayError) => (error?.kind === 'config' ? Number.POSITIVE_INFINITY : TRY_AGAIN_MS);
  return (stored, error, tryAfterMs = wait(error)) => {
    const { intent } = stored ?? {};
    const reference = intent && referenceOf(intent);
    return {
      state: 'open',
      error,
      // Nothing was sent before now if no request was announced.
      since: (intent && startOf(intent.sent, core)) || core.clock.read()[0],
      reference: typeof reference === 'string' ? reference : undefined,
      idempotencyKey: intent?.key,
      tryAfterMs: Math.max(tryAfterMs, Math.min(error?.retryAfterMs ?? 0, LONGEST_WAIT_MS)),
    };
  };
}
