import type { Core } from '../../call/core.js';

/** When a key can have been sent first. */
export interface Start {
  /** By the clock of the API, in ms since the Unix epoch; 0 when it was not. */
  readonly first: number;
  /** By the clock of this machine. An announcement of an earlier version has none. */
  readonly date?: number | undefined;
}

/** When requests of an intent were announced, by the clock of the API in ms since the Unix epoch; 0 when none was. */
export interface Sent extends Start {
  /** The start of the first of all requests, where this one renewed the key and the intent was kept before any. */
  readonly origin?: Start | undefined;
  /** The latest time at which a request can have been sent whose fate is not known. */
  readonly last: number;
  /** What the API refused the last one with, as JSON. */
  readonly refusal?: object | undefined;
  /** Whether the API said that the key had been used for another request: an effect can be older than this intent. */
  readonly isKeyTaken?: boolean | undefined;
  /** Tells the announcements of requests apart. */
  readonly by: string;
}

/**
 * Returns how old the key of an announcement may be, in ms. What went by on the clock of this machine counts too: a
 * single response of the API can have a date of the future.
 */
export function keyAge({ first, date }: Sent, { clock, platform }: Core): number {
  const elapsed = date === undefined ? 0 : platform.date() - date;
  return Math.max(clock.read()[1] - first, elapsed);
}
