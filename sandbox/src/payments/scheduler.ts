import TinyQueue from 'tinyqueue';

interface Task {
  readonly dueAt: number;
  /** Counts up, so that tasks that are due at the same time run in the order they were scheduled. */
  readonly sequence: number;
  readonly run: (dueAt: number) => void;
}

/** Tasks to run later, on the sandbox's clock. Times are milliseconds since the Unix epoch. */
export class Scheduler {
  readonly #tasks = new TinyQueue<Task>([], (a, b) => a.dueAt - b.dueAt || a.sequence - b.sequence);
  #sequence = 0;

  /** Schedules a task, which receives the time at which it was due. */
  schedule(dueAt: number, run: (dueAt: number) => void): void {
    this.#tasks.push({ dueAt, sequence: this.#sequence++, run });
  }

  /** Runs all tasks that are due, in order of time, including those that become due meanwhile. */
  runDue(now: number): void {
    for (let next = this.#tasks.peek(); next && next.dueAt <= now; next = this.#tasks.peek()) {
      this.#tasks.pop();
      next.run(next.dueAt);
    }
  }
}
