import type { Contender, MeasuredOperation } from '../lib/contenders.js';
import { ScriptProcess } from './script-process.js';

/** The time of a call, in microseconds: elapsed time, and processor time in all threads. */
export interface Times {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * V8 shrinks its young generation, of 16 MB in a busy process, while a process is idle. A client that has waited
 * for its turn would collect garbage up to sixteen times as often as one that has not.
 */
export const AS_IF_BUSY = ['--min-semi-space-size=16'];

/** A client in a separate process, which makes calls on request. */
export class ClientProcess {
  readonly #script: ScriptProcess;

  private constructor(script: ScriptProcess) {
    this.#script = script;
  }

  /** @throws Error when the client does not read the responses correctly. */
  static async start(contender: Contender | 'lddpay-observed', url: string): Promise<ClientProcess> {
    const script = new ScriptProcess('client.js', [contender, url], AS_IF_BUSY);
    await script.next();
    return new ClientProcess(script);
  }

  /** Makes a number of calls, `inFlight` of them at the same time. */
  async make(operation: MeasuredOperation, calls: number, inFlight: number): Promise<void> {
    await this.#script.request({ task: 'make', operation, calls, inFlight });
  }

  /** Makes calls and measures the time of one. */
  time(operation: MeasuredOperation, calls: number, inFlight: number): Promise<Times> {
    return this.#script.request({ task: 'time', operation, calls, inFlight });
  }

  /** Makes calls and counts the bytes that one allocates on the heap of V8. */
  countAllocated(operation: MeasuredOperation, calls: number, inFlight: number): Promise<number> {
    return this.#script.request({ task: 'countAllocated', operation, calls, inFlight });
  }

  /** Measures the heap in use after garbage collection, in bytes. */
  measureHeap(): Promise<number> {
    return this.#script.request({ task: 'measureHeap' });
  }

  stop(): void {
    this.#script.stop();
  }
}
