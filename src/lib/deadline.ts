import type { LddPayError } from '../errors.js';
import { type Cancellation, type CancelSource, unlessCancelled } from './cancellation.js';
import type { Platform } from './platform.js';

/** A time limit, and what else cancels the work that it limits. Close it, or its timer leaks. */
export class Deadline implements Cancellation {
  readonly onCancel: Cancellation['onCancel'];
  /** Creates a deadline that ends at `endsAt`, or together with this one. */
  readonly until: (endsAt: number, expired: () => LddPayError) => Deadline;
  /** Returns the time that is left, in ms. */
  readonly remaining: () => number;
  /** Stops the timer and disconnects the source. */
  readonly close: () => void;
  readonly #check: () => LddPayError | undefined;

  /**
   * @param endsAt When the time is over, in ms on the monotonic clock.
   * @param expired Creates the reason for that case.
   * @param source What can cancel earlier, if anything can.
   */
  constructor(platform: Platform, endsAt: number, expired: () => LddPayError, source?: CancelSource) {
    let callbacks: ((reason: LddPayError) => void)[] = [];
    let timer: unknown;
    let reason: LddPayError | undefined;

    const cancel = (first: LddPayError) => {
      if (reason) return;
      reason = first;
      for (const callback of callbacks) callback(first);
    };
    const expire = () => {
      cancel(expired());
      return reason as LddPayError;
    };
    const connect: CancelSource = (callback) => {
      if (reason) callback(reason);
      else callbacks = [...callbacks, callback];
      return () => {
        callbacks = callbacks.filter((one) => one !== callback);
      };
    };
    const disconnect = source?.(cancel);
    this.remaining = () => endsAt - platform.now();
    // By the clock: the timer runs only while something waits for it.
    this.#check = () => reason ?? (this.remaining() > 0 ? undefined : expire());
    this.onCancel = (callback) => {
      if (!this.reason) timer ??= platform.setTimeout(expire, this.remaining());
      return connect(callback);
    };
    this.until = (innerEndsAt, innerExpired) =>
      innerEndsAt < endsAt
        ? new Deadline(platform, innerEndsAt, innerExpired, connect)
        : // It ends this one too: its timer may fire slightly before the clock says that the time is over.
          new Deadline(platform, endsAt, expire, connect);
    this.close = () => {
      platform.clearTimeout(timer);
      disconnect?.();
    };
  }

  get reason(): LddPayError | undefined {
    return this.#check();
  }
}

/** Waits, and rejects with the reason as soon as there is one. */
export function sleep(platform: Platform, ms: number, cancellation: Cancellation): Promise<void> {
  let timer: unknown;
  const waiting = new Promise<void>((resolve) => {
    timer = platform.setTimeout(resolve, ms);
  });
  return unlessCancelled(waiting, cancellation).finally(() => platform.clearTimeout(timer));
}
