import { isDuration } from '../options.js';

/** A year before RFC 3339 runs out of years (section 5.6: four digits), so that what is scheduled still has a date. */
const END = Date.UTC(9999, 0);

/** The sandbox's time: expiry, settlement and whatever is scheduled follow it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Moves time on by so many milliseconds, and carries out what becomes due on the way.
   * Throws a TypeError when `ms` is not a number of 0 or more, or leads beyond the year 9998.
   */
  advance(ms: number): void;
}

/** A clock that runs as `base` does, plus all that it was advanced by. */
export class AdjustableClock {
  readonly #base: () => number;
  #advanced = 0;

  constructor(base: () => number) {
    this.#base = base;
  }

  now(): number {
    return this.#base() + this.#advanced;
  }

  advance(ms: number): void {
    if (!isDuration(ms))
      throw new TypeError('clock.advance: `ms` must be a number of milliseconds, 0 or more.');
    if (this.now() + ms > END) throw new TypeError('clock.advance: `ms` must not lead beyond the year 9998.');
    this.#advanced += ms;
  }

  reset(): void {
    this.#advanced = 0;
  }
}
