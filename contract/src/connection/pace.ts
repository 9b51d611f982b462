/** A clock and a timer, both in milliseconds. */
export interface Timer {
  now(): number;
  wait(ms: number): Promise<void>;
}

/**
 * Limits the rate of requests.
 *
 * @param interval The minimum time between two requests, in milliseconds.
 * @returns A function that resolves when the next request may be sent.
 */
export function createPace(interval: number, { now, wait }: Timer): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const rest = next - now();
    if (rest > 0) await wait(rest);
    next = now() + interval;
  };
}
