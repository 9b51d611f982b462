import { readHeader } from './headers.js';
import { type Moment, readDate } from './moment.js';
import type { Platform } from './platform.js';

/** What is known of the clock of another machine, from the dates that it sends. */
export interface RemoteClock {
  /** Notes the `Date` of a response that has just arrived. */
  note(headers: Headers): void;
  /** Whether a date is known. */
  isKnown(): boolean;
  /**
   * Returns the earliest and the latest time that the clock shows now. Until a date is noted, the clock counts as that
   * of this machine.
   */
  read(): readonly [earliest: number, latest: number];
  /**
   * Returns a function that returns the earliest time at a moment. It stays the same as soon as a date is known, unless
   * a later date shows that it was earlier.
   */
  pin(moment: LocalTime): () => number;
}

/** A moment by the clocks of this machine. */
type LocalTime = Pick<Moment, 'now' | 'date'>;

/** A time of the clock, and when it showed that. */
interface Mark extends LocalTime {
  readonly time: number;
}

/** How far the dates of one API may be apart, in ms. Wide: a gateway may set those of its responses. */
export const DATE_TOLERANCE_MS = 60_000;

/**
 * Creates a clock that is known by its dates. Between two of them, it moves by what lies between the two clocks of
 * this machine: the monotonic one stops while the machine sleeps, and the other one can be set.
 *
 * Dates can come from several machines, of which some are slow: the latest time is never earlier than the dates
 * before the last one show, or what has expired would not have. One that lies ahead of both the last date and the clock
 * of this machine was wrong.
 */
export function createRemoteClock(platform: Platform): RemoteClock {
  const here = () => ({ now: platform.now(), date: platform.date() });
  let noted: (LocalTime & { readonly headers: Headers }) | undefined;
  let last: (Mark & { readonly age: number }) | undefined;
  /** The date that makes the time the latest. */
  let fastest: Mark | undefined;

  // Dates are parsed when they are needed, which most responses never pay for.
  const parseNoted = () => {
    const time = readDate(noted?.headers);
    if (noted && time) {
      // The date of a cached response says when that was new (RFC 9111, section 5.1).
      const age = ageOf(noted.headers);
      last = { time, now: noted.now, date: noted.date, age };
      const ahead = fastest ? timeAt(fastest, noted, Math.min) : 0;
      const isWrong =
        Math.abs(noted.date - time) <= DATE_TOLERANCE_MS && ahead - noted.date > DATE_TOLERANCE_MS;
      if (!age && (ahead <= time || isWrong)) fastest = last;
    }
    noted = undefined;
  };
  const readAt = (moment: LocalTime) => {
    parseNoted();
    const { now, date } = here();
    const known = last ?? { time: date, now, date, age: 0 };
    const earliest = timeAt(known, moment, Math.min);
    const latest = Math.max(
      timeAt(known, moment, Math.max) + known.age,
      timeAt(fastest ?? known, moment, Math.min),
    );
    // The `Date` header has no fractions of a second.
    return [Math.floor(earliest), Math.ceil(latest) + (last ? 999 : 0)] as const;
  };

  return {
    isKnown() {
      parseNoted();
      return last !== undefined;
    },
    read: () => readAt(here()),
    note(headers) {
      // Without its age, the date of a cached response says nothing.
      if (readHeader(headers, 'date') && Number.isFinite(ageOf(headers))) noted = { headers, ...here() };
    },
    pin({ now, date }) {
      let pinned: number | undefined;
      return () => {
        // Not the moment itself, whose headers would stay in memory for as long as this function.
        const [earliest] = readAt({ now, date });
        if (!last) return earliest;
        if (pinned === undefined || pinned - earliest > DATE_TOLERANCE_MS) pinned = earliest;
        return pinned;
      };
    },
  };
}

/** Returns the time of a clock at a moment: moved by the shorter or the longer time that the clocks of this machine measured. */
function timeAt({ time, now, date }: Mark, moment: LocalTime, choose: typeof Math.min): number {
  return time + choose(moment.now - now, moment.date - date);
}

/**
 * Returns for how long what a response lists may have been kept in a cache on its way, in ms: as `ageOf` says, and
 * Infinity where its `Date` cannot be read, or is missing, so that nothing says when it was new.
 *
 * @param isDated Whether other responses of the API have a `Date`. Those that have none are as new as they can be.
 */
export function ageOfList(headers: Headers | undefined, isDated: boolean): number {
  const isUnknown = Number.isNaN(readDate(headers)) && (isDated || readHeader(headers, 'date') !== undefined);
  return isUnknown ? Number.POSITIVE_INFINITY : ageOf(headers);
}

/**
 * Returns for how long a response was kept in a cache on its way, in ms: 0 without an Age, and Infinity for one that
 * cannot be right or cannot be read. Eight digits are three years; caches send 2^31 when they do not know (RFC 9111,
 * section 1.2.2).
 */
export function ageOf(headers: Headers | undefined): number {
  const age = readHeader(headers, 'age') ?? '0';
  return /^\d{1,8}$/.test(age) ? Number(age) * 1000 : Number.POSITIVE_INFINITY;
}
