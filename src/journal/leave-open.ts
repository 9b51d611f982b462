import type { LddPayError } from '../errors.js';
import type { StoredIntent } from './records/intent.js';
import type { Open } from './settlement.js';

/** When to try again after a failure that passes, in ms. */
const TRY_AGAIN_MS = 2_000;

/**
 * Leaves an intent open.
 *
 * @param since When it was first tried, or the intent that knows it.
 */
export type LeaveOpen = (
  since: number | StoredIntent,
  error: LddPayError | undefined,
  tryAfterMs?: number,
) => Open;

/**
 * Creates the function that leaves intents open.
 *
 * @param now Returns the time of the API, in ms since the Unix epoch.
 */
export function createLeaveOpen(now: () => number): LeaveOpen {
  return (since, error, tryAfterMs = TRY_AGAIN_MS) => ({
    state: 'open',
    error,
    // Nothing was sent before now if no request was announced.
    since: (typeof since === 'number' ? since : since.intent.sent.first) || now(),
    tryAfterMs: Math.max(tryAfterMs, error?.retryAfterMs ?? 0),
  });
}
