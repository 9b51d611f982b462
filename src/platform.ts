/** What the client takes from its surroundings. Injected, so that tests need neither waiting nor luck. */
export interface Platform {
  /** Milliseconds on a monotonic clock: what durations are measured with. */
  now(): number;
  /** Milliseconds since the Unix epoch: what is compared with other machines. */
  date(): number;
  /** At least 0 and less than 1. */
  random(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Whether this is a page, whose every variable can be read by whoever opened it. */
  readonly isBrowser: boolean;
}

export const platform: Platform = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, ms),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as ReturnType<typeof setTimeout>),
  get isBrowser() {
    return 'window' in globalThis && 'document' in globalThis;
  },
};
