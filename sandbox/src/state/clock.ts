import { END_OF_TIME, isMilliseconds } from '../lib/checks.js';

/** The sandbox's clock. Tokens, keys and authorizations expire by it, and captures, retries and late requests follow it. */
export interface Clock {
  /** Returns the time in ms since the Unix epoch. */
  now(): number;
  /**
   * Advances the clock, and carries out everything that becomes due meanwhile.
   * @param ms in ms, an integer.
   * @throws TypeError when `ms` is not an integer of 0 or more, or leads beyond the year 9998.
   */
  advance(ms: number): void;
}

/** A clock that adds to the time of another one. */
export class AdjustableClock {
  readonly #base: () => number;
  #advanced = 0;

  /** @throws TypeError when `base` does not return a time. */
  constructor(base: () => number) {
    readTime(base);
    this.#base = base;
  }

  /** @throws TypeError when the other clock does not return a time. */
  now(): number {
    return Math.min(readTime(this.#base) + this.#advanced, END_OF_TIME);
  }

  advance(ms: number): void {
    if (!isMilliseconds(ms))
      throw new TypeError('clock.advance needs an integer of milliseconds, 0 or more.');
    if (this.now() + ms > END_OF_TIME)
      throw new TypeError('clock.advance must not lead beyond the year 9998.');
    this.#advanced += ms;
  }

  /** Takes back all advances. */
  reset(): void {
    this.#advanced = 0;
  }
}

/** Reads a clock, without fractions of a millisecond. */
function readTime(base: () => number): number {
  const time: unknown = base();
  if (typeof time === 'number' && time >= 0 && time <= END_OF_TIME) return Math.floor(time);
  throw new TypeError(
    `The option \`now\` must return milliseconds since the Unix epoch, like Date.now. It returned ${String(time)}.`,
  );
}
