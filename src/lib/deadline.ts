import type { LddPayError } from '../errors.js';
import type { Platform } from './platform.js';

/**
 * What can end before it is done. Not an AbortSignal: making one takes longer than everything else that the
 * client does for a call, and only some transports need one.
 */
export interface Ending<Reason = LddPayError> {
  /** Why it ended; undefined while it has not. */
  readonly reason: Reason | undefined;
  /** Calls back when it ends, at once if it has, until the function it returns is called. */
  onEnd(callback: (reason: Reason) => void): () => void;
}

/** Is given what ends a scope early, and gives back what undoes that. */
export type Link = (end: (reason: LddPayError) => void) => () => void;

/** A time limit, and whatever else ends what it limits. Has to be closed, or it leaks. */
export class Scope implements Ending {
  readonly #platform: Platform;
  readonly #endsAt: number;
  readonly #expired: () => LddPayError;
  readonly #unlink: (() => void) | undefined;
  #callbacks: readonly ((reason: LddPayError) => void)[] = [];
  #timer: unknown;
  #reason: LddPayError | undefined;

  /**
   * @param endsAt When it is over, in milliseconds on the monotonic clock.
   * @param expired Its reason then.
   * @param link What ends it early, if anything does.
   */
  constructor(platform: Platform, endsAt: number, expired: () => LddPayError, link?: Link) {
    this.#platform = platform;
    this.#endsAt = endsAt;
    this.#expired = expired;
    this.#unlink = link?.((reason) => this.#end(reason));
  }

  get reason(): LddPayError | undefined {
    // By the clock, since its timer is set when somebody waits, and not before.
    if (!this.#reason && this.remaining() <= 0) this.#expire();
    return this.#reason;
  }

  onEnd(callback: (reason: LddPayError) => void): () => void {
    if (!this.reason) this.#timer ??= this.#platform.setTimeout(() => this.#expire(), this.remaining());
    return this.#listen(callback);
  }

  /** A scope that ends at `endsAt`, and with this one. */
  until(endsAt: number, expired: () => LddPayError): Scope {
    const link: Link | undefined = this.#unlink && ((end) => this.#listen(end));
    if (endsAt < this.#endsAt) return new Scope(this.#platform, endsAt, expired, link);
    // One timer for both, which ends this one as well: it may fire a little before the clock says so.
    return new Scope(this.#platform, this.#endsAt, () => this.#expire(), link);
  }

  /** Milliseconds that are left. */
  remaining(): number {
    return this.#endsAt - this.#platform.now();
  }

  /** Takes its timer away, and lets go of what else could end it. */
  close(): void {
    this.#platform.clearTimeout(this.#timer);
    this.#unlink?.();
  }

  #listen(callback: (reason: LddPayError) => void): () => void {
    if (this.#reason) callback(this.#reason);
    else this.#callbacks = [...this.#callbacks, callback];
    return () => {
      this.#callbacks = this.#callbacks.filter((one) => one !== callback);
    };
  }

  #expire(): LddPayError {
    return this.#end(this.#expired());
  }

  /** Ends it, unless it has ended, and says why it did. */
  #end(reason: LddPayError): LddPayError {
    if (this.#reason) return this.#reason;
    this.#reason = reason;
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) callback(reason);
    return reason;
  }
}

/** What the promise gives, or the reason as soon as there is one. */
export function unlessEnded<T>(promise: Promise<T>, ending: Ending): Promise<T> {
  return new Promise((resolve, reject) => {
    promise.finally(ending.onEnd(reject)).then(resolve, reject);
  });
}

/** Waits, and ends at once with the reason when there is one. */
export async function sleep(platform: Platform, ms: number, ending: Ending): Promise<void> {
  let timer: unknown;
  const waiting = new Promise<void>((resolve) => {
    timer = platform.setTimeout(resolve, ms);
  });
  try {
    await unlessEnded(waiting, ending);
  } finally {
    platform.clearTimeout(timer);
  }
}

/** Everybody who listens to a signal, called by the one listener that it has. */
class Listeners extends Set<() => void> {
  readonly onAbort = () => {
    for (const callback of this) callback();
  };
}

const listeners = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls back when a signal is aborted, at once if it is, until the function it returns is called. All who
 * listen share one listener of the signal: Node warns of a leak where one signal ends many calls at once.
 */
export function listen(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => {};
  }
  const all = listeners.get(signal) ?? new Listeners();
  listeners.set(signal, all);
  if (all.size === 0) signal.addEventListener('abort', all.onAbort, { once: true });
  all.add(callback);
  return () => {
    all.delete(callback);
    if (all.size === 0) signal.removeEventListener('abort', all.onAbort);
  };
}
