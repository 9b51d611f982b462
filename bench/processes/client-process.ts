import type { Contender, Operation } from '../contenders.js';
import { Child } from './child.js';

/** What a call took, in microseconds: on the clock, and on the processor in all threads. */
export interface Times {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * V8 shrinks its young generation, of 16 MB in a busy process, while a process has nothing to do. A client that
 * has waited for its turn would collect garbage up to sixteen times as often as one that has not.
 */
const AS_IF_BUSY = ['--min-semi-space-size=16'];

/** A client in a process of its own, which makes calls when it is told to. */
export class ClientProcess {
  readonly #child: Child;

  private constructor(child: Child) {
    this.#child = child;
  }

  /** @throws Error when the client does not understand its answers. */
  static async start(contender: Contender, url: string): Promise<ClientProcess> {
    const child = new Child('client.js', [contender, url], AS_IF_BUSY);
    await child.next();
    return new ClientProcess(child);
  }

  /** Makes so many calls, so many of them at the same time. */
  async make(operation: Operation, calls: number, inFlight: number): Promise<void> {
    await this.#child.ask({ task: 'make', operation, calls, inFlight });
  }

  /** Makes calls, and says what one took. */
  time(operation: Operation, calls: number, inFlight: number): Promise<Times> {
    return this.#child.ask({ task: 'time', operation, calls, inFlight });
  }

  /** Makes calls, and says how many bytes one allocated on the heap of V8. */
  allocated(operation: Operation, calls: number, inFlight: number): Promise<number> {
    return this.#child.ask({ task: 'allocated', operation, calls, inFlight });
  }

  /** What is in use of the heap once its garbage is collected, in bytes. */
  heap(): Promise<number> {
    return this.#child.ask({ task: 'heap' });
  }

  stop(): void {
    this.#child.stop();
  }
}
