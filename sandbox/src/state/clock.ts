import { isDuration } from '../lib/checks.js';

/** A year before RFC 3339 runs out of years (section 5.6: four digits), so that scheduled times can be dated too. */
const END = Date.UTC(9999, 0);

/** The sandbox's clock. Expiry, settlement and scheduled actions follow it. */
export interface Clock {
  /** Returns the time in milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Advances the clock, and carries out everything that becomes due meanwhile.
   * @param ms in milliseconds.
   * @throws TypeError when `ms` is not a number of 0 or more, or leads beyond the year 9998.
   */
  advance(ms: number): void;
}

/** A clock that adds to the time of another one. */
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
