type TimerName = 'Timeout' | 'Interval';

/** Counts the timers of a program: it is not finished as long as one of them can still fire. */
export class Timers {
  readonly #handles = new Set<number>();

  constructor() {
    this.#watch('Timeout');
    this.#watch('Interval');
  }

  get pending(): number {
    return this.#handles.size;
  }

  /** Replaces the functions that start and clear a kind of timer. Either clear function clears both kinds. */
  #watch(name: TimerName): void {
    const start = globalThis[`set${name}`];
    const clear = globalThis[`clear${name}`];
    Object.assign(globalThis, {
      [`set${name}`]: (callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        const handle = Number(
          start(() => {
            if (name === 'Timeout') this.#handles.delete(handle);
            callback(...args);
          }, ms),
        );
        this.#handles.add(handle);
        return handle;
      },
      [`clear${name}`]: (handle: unknown) => {
        this.#handles.delete(Number(handle));
        clear(Number(handle));
      },
    });
  }
}
