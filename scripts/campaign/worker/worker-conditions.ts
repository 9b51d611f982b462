import type { WorkerSettings } from './messages.js';

const HOUR = 3_600_000;

/** How far the wall clock of a worker is off at first, in ms, and how much faster it runs, by its number. */
const CLOCKS = [
  { error: 0, drift: 0 },
  { error: 0, drift: 0.02 },
  { error: -72 * HOUR, drift: 0 },
  { error: 72 * HOUR, drift: -0.02 },
] as const;

/** Faults that never respond need short limits. The client repeats requests, as by default, or only the merchant does. */
const SHORT_LIMITS = { attemptTimeout: 400, deadline: 2_000 };
const LIMITS = [SHORT_LIMITS, { ...SHORT_LIMITS, maxRetries: 0 }] as const;

/**
 * Returns the clock and the limits of a worker.
 *
 * @param slot Its number.
 * @param startedAt When the campaign started, in ms since the Unix epoch.
 * @param isStruck Whether faults strike at all.
 */
export function conditionsOf(
  slot: number,
  startedAt: number,
  isStruck: boolean,
): Pick<WorkerSettings, 'clock' | 'limits'> {
  return {
    clock: { ...(CLOCKS[slot % CLOCKS.length] ?? CLOCKS[0]), startedAt },
    limits: isStruck ? (LIMITS[slot % LIMITS.length] ?? LIMITS[0]) : {},
  };
}
