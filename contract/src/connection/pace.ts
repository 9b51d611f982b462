/** A clock and a timer, both in ms. */
export interface Timer {
  now(): number;
  wait(ms: number): Promise<void>;
}

/** Limits the rate of requests. */
export interface Pace {
  /** Resolves when the next request may be sent. */
  next(): Promise<void>;
  /** Keeps the next request back for a time, in ms. */
  postpone(ms: number): void;
}

/**
 * Creates a pace.
 *
 * @param interval The minimum time between two requests, in ms.
 */
export function createPace(interval: number, { now, wait }: Timer): Pace {
  let earliest = Number.NEGATIVE_INFINITY;
  return {
    async next() {
      const rest = earliest - now();
      if (rest > 0) await wait(rest);
      earliest = now() + interval;
    },
    postpone(ms) {
      earliest = Math.max(earliest, now() + ms);
    },
  };
}
