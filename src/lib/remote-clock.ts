import { type Moment, readTime } from './moment.js';
import type { Platform } from './platform.js';

/** What is known of the clock of another machine, from the dates that it sends. */
export interface RemoteClock {
  /** Notes the `Date` of a response that has just arrived. */
  note(headers: Headers): void;
  /** Whether a date is known. */
  isKnown(): boolean;
  /**
   * Returns the earliest and the latest time that the clock shows at a moment, by default now. Until a date is
   * noted, the clock counts as that of this machine.
   */
  read(moment?: LocalTime): readonly [earliest: number, latest: number];
  /** Returns a function that returns the earliest time at a moment. It stays the same as soon as a date is known. */
  pin(moment: LocalTime): () => number;
}

/** A moment by the clocks of this machine. */
type LocalTime = Pick<Moment, 'now' | 'date'>;

/**
 * Creates a clock that is known by its dates. Between two of them, it moves by what lies between the two clocks of
 * this machine: the monotonic one stops while the machine sleeps, and the other one can be set.
 */
export function createRemoteClock(platform: Platform): RemoteClock {
  const here = () => ({ now: platform.now(), date: platform.date() });
  let noted: (LocalTime & { readonly headers: Headers }) | undefined;
  let known: readonly [time: number, now: number, date: number, spread: number] | undefined;

  // Dates are parsed when they are needed, which most responses never pay for.
  const isKnown = () => {
    const [first] = readTime(noted?.headers.get('date'));
    // The `Date` header has no fractions of a second, and says when a cached response was new (RFC 9111, section 5.1).
    if (noted && first) known = [first, noted.now, noted.date, 999 + ageOf(noted.headers)];
    noted = undefined;
    return known !== undefined;
  };
  const read = (moment: LocalTime = here()) => {
    isKnown();
    const { now, date } = here();
    const [time, knownNow, knownDate, spread] = known ?? [date, now, date, 0];
    const moved = [moment.now - knownNow, moment.date - knownDate];
    return [Math.floor(time + Math.min(...moved)), Math.ceil(time + Math.max(...moved)) + spread] as const;
  };

  return {
    isKnown,
    read,
    note(headers) {
      if (headers.has('date')) noted = { headers, ...here() };
    },
    pin(moment) {
      let pinned: number | undefined;
      return () => {
        const [earliest] = read(moment);
        if (isKnown()) pinned ??= earliest;
        return pinned ?? earliest;
      };
    },
  };
}

/** Returns for how long a response was kept in a cache on its way, in ms. */
export function ageOf(headers: Headers | undefined): number {
  return Number(headers?.get('age')) * 1000 || 0;
}
