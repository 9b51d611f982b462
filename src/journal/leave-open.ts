import type { LddPayError } from '../errors.js';
import type { RemoteClock } from '../lib/remote-clock.js';
import type { StoredIntent } from './intent.js';
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

/** Creates the function that leaves intents open, by the clock of the API. */
export function createLeaveOpen(clock: RemoteClock): LeaveOpen {
  return (since, error, tryAfterMs = TRY_AGAIN_MS) => ({
    state: 'open',
    error,
    // Nothing was sent before now if no request was announced.
    since: (typeof since === 'number' ? since : since.intent.sent.first) || clock.read()[0],
    tryAfterMs: Math.max(tryAfterMs, error?.retryAfterMs ?? 0),
  });
}
