import type { Core } from '../../call/core.js';
import { DATE_TOLERANCE_MS } from '../../lib/remote-clock.js';
import type { JournalConfig } from '../options.js';

/** For how long a time of the future is waited for, in ms: the clock of a machine can have jumped by hours. */
const FAR_MS = 48 * 3_600_000;

/** By how much a machine of the API can be slow, in ms. */
const SLOW_MS = 15 * 60_000;

/** When a key can have been sent first. */
export interface Start {
  /** By the clock of the API, in ms since the Unix epoch; 0 when it was not. */
  readonly first: number;
  /** By the clock of this machine. Undefined where only an effect shows when that was, or no request is announced. */
  readonly date?: number | undefined;
}

/** When requests of an intent were announced, by the clock of the API in ms since the Unix epoch; 0 when none was. */
export interface Announcement extends Start {
  /** When the intent began, where it was kept without a request. */
  readonly began?: Start | undefined;
  /** The start of the first of all requests, where this one renewed the key and the intent was kept before any. */
  readonly origin?: Start | undefined;
  /** The latest time at which a request can have been sent whose outcome is not known. */
  readonly last: number;
  /** What the clocks showed when `last` was written, by which it counts later. Undefined where none was announced. */
  readonly at?: Start | undefined;
  /** What the API refused the last one with, as JSON. */
  readonly refusal?: object | undefined;
  /** Whether the API said that the key had been used for another request: an effect can be older than this intent. */
  readonly isKeyTaken?: boolean | undefined;
  /** Tells the announcements of requests apart. */
  readonly by: string;
}

/** Until when a key can be alive. */
export interface KeyEnd {
  /** By the clock of the API, in ms since the Unix epoch. */
  readonly until: number;
  /** What the clocks showed when that was written. Undefined where the announcement does not say it. */
  readonly at?: Start | undefined;
}

/**
 * Notes that a state is about to be read. Whatever others have sent that it does not show was sent later.
 *
 * @returns A function that returns when that was: better, once the clock of the API is known.
 */
export function noteStart({ clock, platform }: Core): () => Required<Start> {
  const date = platform.date();
  const first = clock.pin({ now: platform.now(), date });
  return () => ({ first: first(), date });
}

/**
 * Returns the start of a key by the clock of the API. One in the future is from a response with a wrong date: then, the
 * clock of its machine counts.
 */
export function startOf({ first, date = first }: Start, { clock }: Core): number {
  return isFuture(first, clock, DATE_TOLERANCE_MS) ? date : first;
}

/**
 * Returns until when requests of an announcement may be sent, by the clock of the API in ms since the Unix epoch. After a
 * response with a date of a far future, the clocks of the machines say how long that is from now. Otherwise they are not
 * asked, since they can be wrong.
 */
export function endOf({ last, at }: Pick<Announcement, 'last' | 'at'>, { clock, platform }: Core): number {
  if (at?.date === undefined || !isFuture(at.first, clock, FAR_MS)) return last;
  return clock.read()[0] + at.date + last - at.first - platform.date();
}

/**
 * Returns what the clocks show now, for a time that others wait for. The date of the API can have come from a machine
 * that is slow by minutes, which the clock of this machine shows: to wait for too long does no harm.
 */
export function readClocks({ clock, platform }: Core): Required<Start> {
  const date = platform.date();
  const [, latest] = clock.read();
  const isSlow = date > latest && date - latest <= SLOW_MS;
  return { first: isSlow ? date : latest, date };
}

function isFuture(time: number, clock: Core['clock'], tolerance: number): boolean {
  return time > clock.read()[1] + tolerance;
}

/**
 * Returns how old a key may be, in ms. What went by on the clock of this machine counts too: a
 * single response of the API can have a date of the future.
 */
export function keyAge({ first, date }: Start, { clock, platform }: Core): number {
  const elapsed = date === undefined ? 0 : platform.date() - date;
  return Math.max(clock.read()[1] - first, elapsed);
}

/**
 * Returns until when the key of an announcement can be alive. Where no request is known, one that the store has lost may
 * have been sent.
 */
export function keyEndOf({ last, at }: Announcement, core: Core, keyLifetime: number): KeyEnd {
  // By what the clocks showed then: this process may know the clock of the API from a wrong date, or not at all.
  if (last) return { until: last + keyLifetime, at };
  const now = readClocks(core);
  return { until: now.first + keyLifetime, at: now };
}

/**
 * Whether it is too late for a request, and for its records: the process was suspended since it announced the request,
 * on whose time others rely, or since it read the state of its intent.
 *
 * @param before The announcement before it; undefined for the first request.
 * @param isRepeated Whether a request of this announcement may have taken effect.
 */
export function isTooLateToSend(
  sent: Announcement,
  before: Announcement | undefined,
  core: Core,
  { keyLifetime, margin }: JournalConfig,
  isRepeated = false,
): boolean {
  const age = keyAge(sent, core);
  // That of an intent that the store has lost is older.
  const isUsed = isRepeated || sent.first <= Number(before?.first);
  const isKeyExpired =
    age >= keyLifetime - margin && (isUsed || age > Math.max(keyLifetime, core.limits.deadline));
  const { last, at } = sent;
  // Others wait by the one or the other clock.
  const isOver = at?.date !== undefined && core.platform.date() - at.date > last - at.first;
  return isKeyExpired || isOver || core.clock.read()[1] > last;
}
