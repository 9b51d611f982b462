import TinyQueue from 'tinyqueue';

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: (at: number) => void;
}

/** What is to happen later, on the sandbox's clock. */
export class Agenda {
  readonly #entries = new TinyQueue<Entry>([], (a, b) => a.at - b.at || a.order - b.order);
  #order = 0;

  /** Schedules something; it is handed the time it was due at. */
  schedule(at: number, run: (at: number) => void): void {
    this.#entries.push({ at, order: this.#order++, run });
  }

  /** Carries out, in order of time, all that is due, and what becomes due by it. */
  run(now: number): void {
    for (let next = this.#entries.peek(); next && next.at <= now; next = this.#entries.peek()) {
      this.#entries.pop();
      next.run(next.at);
    }
  }
}
