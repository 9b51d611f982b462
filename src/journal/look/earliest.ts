import type { Core } from '../../call/core.js';
import { DATE_TOLERANCE_MS } from '../../lib/remote-clock.js';
import type { JournalContext } from '../context.js';
import { type Start, startOf } from '../records/announcement.js';
import type { StoredIntent } from '../records/intent.js';

/**
 * Returns the earliest time that an effect of an intent can have, in ms since the Unix epoch.
 *
 * @param toStart Returns the time of an announcement: by the clock of the API alone, or the earliest that it can be.
 */
export function earliestOf(
  stored: StoredIntent,
  { config: { keyLifetime }, core, now }: JournalContext,
  toStart: (start: Start, core: Core) => number = earliestStart,
): number {
  // A key that the API knew was sent before the first request, by an intent that the store has lost. Before any request,
  // nothing is its own.
  const start = toStart(firstOf(stored), core) || now();
  return start - DATE_TOLERANCE_MS - (stored.sent.isKeyTaken ? keyLifetime : 0);
}

/** Returns the start of the first of all requests: the last record has that of the key, which may have been renewed. */
function firstOf({ intent, sent }: StoredIntent): Start {
  return intent.sent.first ? intent.sent : (sent.origin ?? sent);
}

/**
 * Returns when an intent began. Without a request, that may be by the clock of a machine alone, by which the name was
 * found free: that says whose an effect is, not how old.
 */
export function beganOf(stored: StoredIntent, core: Core): number {
  return startOf(stored.intent.sent.began ?? firstOf(stored), core);
}

/** By the clock of this machine too: a single response of the API can have a date of the future. */
function earliestStart(start: Start, core: Core): number {
  const first = startOf(start, core);
  return Math.min(first, start.date ?? first);
}
