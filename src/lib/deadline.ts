import type { LddPayError } from '../errors.js';
import { type Cancellation, type CancelSource, unlessCancelled } from './cancellation.js';
import type { Platform } from './platform.js';

/** A time limit, and what else cancels the work that it limits. Close it, or its timer leaks. */
export class Deadline implements Cancellation {
  readonly #platform: Platform;
  readonly #endsAt: number;
  readonly #expired: () => LddPayError;
  readonly #disconnect: (() => void) | undefined;
  #callbacks: readonly ((reason: LddPayError) => void)[] = [];
  #timer: unknown;
  #reason: LddPayError | undefined;

  /**
   * @param endsAt When the time is over, in ms on the monotonic clock.
   * @param expired Creates the reason for that case.
   * @param source What can cancel earlier, if anything can.
   */
  constructor(platform: Platform, endsAt: number, expired: () => LddPayError, source?: CancelSource) {
    this.#platform = platform;
    this.#endsAt = endsAt;
    this.#expired = expired;
    this.#disconnect = source?.((reason) => this.#cancel(reason));
  }

  get reason(): LddPayError | undefined {
    // By the clock: the timer runs only while something waits for it.
    if (!this.#reason && this.remaining() <= 0) this.#expire();
    return this.#reason;
  }

  onCancel(callback: (reason: LddPayError) => void): () => void {
    if (!this.reason) this.#timer ??= this.#platform.setTimeout(() => this.#expire(), this.remaining());
    return this.#add(callback);
  }

  /** A deadline that ends at `endsAt`, or together with this one. */
  until(endsAt: number, expired: () => LddPayError): Deadline {
    const source: CancelSource | undefined = this.#disconnect && ((cancel) => this.#add(cancel));
    if (endsAt < this.#endsAt) return new Deadline(this.#platform, endsAt, expired, source);
    // One timer for both, which ends this one as well: a timer may fire slightly before the clock says so.
    return new Deadline(this.#platform, this.#endsAt, () => this.#expire(), source);
  }

  /** The time that is left, in ms. */
  remaining(): number {
    return this.#endsAt - this.#platform.now();
  }

  /** Stops the timer and disconnects the source. */
  close(): void {
    this.#platform.clearTimeout(this.#timer);
    this.#disconnect?.();
  }

  #add(callback: (reason: LddPayError) => void): () => void {
    if (this.#reason) callback(this.#reason);
    else this.#callbacks = [...this.#callbacks, callback];
    return () => {
      this.#callbacks = this.#callbacks.filter((one) => one !== callback);
    };
  }

  #expire(): LddPayError {
    return this.#cancel(this.#expired());
  }

  /** Cancels, unless there is a reason already, and returns the reason that counts. */
  #cancel(reason: LddPayError): LddPayError {
    if (this.#reason) return this.#reason;
    this.#reason = reason;
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) callback(reason);
    return reason;
  }
}

/** Waits, and rejects with the reason as soon as there is one. */
export async function sleep(platform: Platform, ms: number, cancellation: Cancellation): Promise<void> {
  let timer: unknown;
  const waiting = new Promise<void>((resolve) => {
    timer = platform.setTimeout(resolve, ms);
  });
  try {
    await unlessCancelled(waiting, cancellation);
  } finally {
    platform.clearTimeout(timer);
  }
}
