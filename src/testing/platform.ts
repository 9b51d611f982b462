import type { Platform } from '../lib/platform.js';

/** More than any back-off takes, and less than what a single attempt may take by default. */
const LONGEST_BACK_OFF = 20_000;

/** Real milliseconds after which something that should happen never will. */
const PATIENCE = 5_000;

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A machine on which time stands still until the test advances it. */
export class FakePlatform implements Platform {
  readonly isBrowser = false;
  readonly requestsPerSignal = 10;
  /** What `random` gives. */
  randomness = 0.5;
  // Neither zero nor the date, so that taking one clock for the other shows.
  #now = 7_000;
  readonly #epoch = Date.UTC(2026, 0, 1) - this.#now;
  readonly #timers = new Map<number, Timer>();
  #handles = 0;

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

  /** In how many milliseconds the timers fire that are set, the next one first. */
  get pending(): number[] {
    return [...this.#timers.values()].map(({ due }) => due - this.#now).sort((a, b) => a - b);
  }

  /** Lets time pass: what falls due happens in its order, each with what follows from it at once. */
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
   * Waits for a single call, and has time pass whenever only that would help: a back-off is over at
   * once, and so is an attempt whose request the server holds.
   */
  async drive<T>(call: PromiseLike<T>, server: { readonly held: number } = { held: 0 }): Promise<T> {
    let over = false;
    let held = server.held;
    const end = () => {
      over = true;
    };
    call.then(end, end);
    await until(async () => {
      const [next = Number.POSITIVE_INFINITY] = this.pending;
      if (server.held > held) {
        held += 1;
        await this.advance(next);
      } else if (next < LONGEST_BACK_OFF) {
        await this.advance(next);
      }
      return over;
    }, 'the end of the call');
    return call;
  }

  #next(end: number): [handle: number, timer: Timer] | undefined {
    return [...this.#timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0];
  }
}

/** Real time, in which a back-off takes none. */
export const eager: Platform = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => 0,
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
  isBrowser: false,
  requestsPerSignal: 10,
};

/** Waits until something that is not this process's doing alone has happened; fails when it does not. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await turn();
  }
}

/** Lets promises settle, those included that take a few turns of the event loop. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
