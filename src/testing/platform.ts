import type { Platform } from '../lib/platform.js';

/** In ms: longer than any back-off, and shorter than the default time limit of an attempt. */
const LONGEST_BACK_OFF = 20_000;

/** How long to wait for a condition, in real ms. */
const PATIENCE = 5_000;

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A platform on which time stands still until the test advances it. */
export class FakePlatform implements Platform {
  readonly isBrowser = false;
  readonly isNode: boolean;
  /** The next value of `random`. */
  randomness = 0.5;
  // Neither zero nor the date, so that a test fails where one clock is taken for the other.
  #now = 7_000;
  readonly #epoch = Date.UTC(2026, 0, 1) - this.#now;
  readonly #timers = new Map<number, Timer>();
  #handles = 0;

  constructor(isNode = true) {
    this.isNode = isNode;
  }

  readonly now = () => this.#now;
  readonly date = () => this.#epoch + this.#now;
  readonly random = () => this.randomness;

  readonly setTimeout = (callback: () => void, ms: number): number => {
    this.#handles += 1;
    this.#timers.set(this.#handles, { due: this.#now + ms, callback });
    return this.#handles;
  };

  readonly clearTimeout = (handle: unknown): void => {
    this.#timers.delete(handle as number);
  };

  /** The ms until each timer fires, the next one first. */
  get pending(): number[] {
    return [...this.#timers.values()].map(({ due }) => due - this.#now).sort((a, b) => a - b);
  }

  /** Advances time. Timers fire in order, and promises settle after each of them. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      const [handle, { due, callback }] = next;
      this.#timers.delete(handle);
      this.#now = Math.max(this.#now, due);
      callback();
      await settle();
    }
    this.#now = end;
  }

  /**
   * Waits for a single call, and advances time whenever the call waits for that: during a back-off, and when
   * the server holds the request of an attempt.
   */
  async drive<T>(call: PromiseLike<T>, server: { readonly held: number } = { held: 0 }): Promise<T> {
    let isOver = false;
    let held = server.held;
    const onEnd = () => {
      isOver = true;
    };
    call.then(onEnd, onEnd);
    await until(async () => {
      const [next = Number.POSITIVE_INFINITY] = this.pending;
      if (server.held > held) {
        held += 1;
        await this.advance(next);
      } else if (next < LONGEST_BACK_OFF) {
        await this.advance(next);
      }
      return isOver;
    }, 'the end of the call');
    return call;
  }

  #next(end: number): [handle: number, timer: Timer] | undefined {
    return [...this.#timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0];
  }
}

/** A platform with real time and without back-off. */
export const eager: Platform = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => 0,
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
  isBrowser: false,
  isNode: true,
};

/** Waits until a condition holds. Rejects when it does not within 5 s. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Timed out waiting for ${what}.`);
    await turn();
  }
}

/** Waits a few turns of the event loop, so that promises settle. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
