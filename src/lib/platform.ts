/** What the client takes from its surroundings. Injected, so that tests need neither waiting nor luck. */
export interface Platform {
  /** Milliseconds on a monotonic clock, never negative: what durations are measured with. */
  now(): number;
  /** Milliseconds since the Unix epoch: what is compared with other machines. */
  date(): number;
  /** At least 0 and less than 1. */
  random(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Whether this is a page, whose every variable can be read by whoever opened it. */
  readonly isBrowser: boolean;
  /**
   * How many requests an AbortSignal may serve, one after another. One where nothing is known: on Workers, a
   * signal belongs to the request that it was made in. On Node ten: its fetch leaves a listener on the signal
   * for each request until garbage is collected, and Node warns of too many.
   */
  readonly requestsPerSignal: number;
}

/** What runtimes tell of themselves. */
interface Globals {
  readonly navigator?: { readonly userAgent: string };
  readonly process?: { readonly release?: { readonly name?: string } };
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
  get requestsPerSignal() {
    return isNode(globalThis) ? 10 : 1;
  },
};

/** By `navigator` where there is one, since others have the `process` of Node too. Node 20 has none. */
export function isNode({ navigator, process }: Globals): boolean {
  return /^node/i.test(navigator?.userAgent ?? process?.release?.name ?? '');
}
