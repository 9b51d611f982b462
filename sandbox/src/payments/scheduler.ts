import TinyQueue from 'tinyqueue';

/** An event to carry out later. */
export interface ScheduledEvent {
  /** Such as 'Capture'. */
  readonly name: string;
  readonly paymentId: string | undefined;
  /** Whether the event still changes something. */
  applies(): boolean;
  /** Carries the event out. Receives the time at which it was due. */
  run(dueAt: number): void;
}

/** An event that is due later. */
export interface UpcomingEvent {
  readonly name: string;
  readonly paymentId?: string;
  /** In ms since the Unix epoch. */
  readonly dueAt: number;
}

interface Task {
  readonly dueAt: number;
  /** Counts up, so that tasks that are due at the same time run in the order they were scheduled. */
  readonly sequence: number;
  readonly event: ScheduledEvent;
}

/** Events to carry out later, on the sandbox's clock. Times are in ms since the Unix epoch. */
export class Scheduler {
  readonly #tasks = new TinyQueue<Task>([], compareTasks);
  #sequence = 0;

  schedule(dueAt: number, event: ScheduledEvent): void {
    this.#tasks.push({ dueAt, sequence: this.#sequence++, event });
  }

  /** Carries out all events that are due, in order of time, including those that become due meanwhile. */
  runDue(now: number): void {
    for (let next = this.#tasks.peek(); next && next.dueAt <= now; next = this.#tasks.peek()) {
      this.#tasks.pop();
      if (next.event.applies()) next.event.run(next.dueAt);
    }
  }

  /** Returns the next events that still change something, in order of time. */
  upcoming(limit: number): UpcomingEvent[] {
    const next: Task[] = [];
    // One pass, since the queue keeps each authorization's expiry, also of captured payments, for days.
    for (const task of this.#tasks.data) {
      const last = next.at(-1);
      const isFull = next.length === limit;
      if ((isFull && last && compareTasks(task, last) > 0) || !task.event.applies()) continue;
      if (isFull) next.pop();
      const index = next.findIndex((other) => compareTasks(task, other) < 0);
      next.splice(index < 0 ? next.length : index, 0, task);
    }
    return next.map(({ dueAt, event: { name, paymentId } }) => ({
      name,
      ...(paymentId !== undefined && { paymentId }),
      dueAt,
    }));
  }
}

function compareTasks(a: Task, b: Task): number {
  return a.dueAt - b.dueAt || a.sequence - b.sequence;
}
