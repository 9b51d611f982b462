/** What waiting takes: a clock and a timer, both in milliseconds. */
export interface Timer {
  now(): number;
  wait(ms: number): Promise<void>;
}

/** Lets requests pass one at a time, each at least `interval` milliseconds after the one before. */
export function createPace(interval: number, { now, wait }: Timer): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const rest = next - now();
    if (rest > 0) await wait(rest);
    next = now() + interval;
  };
}
