import type { LddPayError } from '../errors.js';
import { mustBe } from './checks.js';

/**
 * Says whether and why something must stop. Not an AbortSignal: creating one takes longer than everything else
 * that the client does for a call, and only some transports need one.
 */
export interface Cancellation<Reason = LddPayError> {
  /** Why to stop; undefined while there is no reason to. */
  readonly reason: Reason | undefined;
  /**
   * Calls back once when there is a reason, at once if there is one already.
   *
   * @returns A function that removes the callback.
   */
  onCancel(callback: (reason: Reason) => void): () => void;
}

/** Connects something that can cancel, and returns a function that disconnects it. */
export type CancelSource = (cancel: (reason: LddPayError) => void) => () => void;

/**
 * Returns what cancels when a signal aborts; undefined without a signal.
 *
 * @param toReason Creates the reason from that of the signal.
 */
export function signalSource(
  signal: AbortSignal | undefined,
  toReason: (cause: unknown) => LddPayError,
): CancelSource | undefined {
  return signal && ((cancel) => onAbort(signal, () => cancel(toReason(signal.reason))));
}

/** Settles as the promise does, or rejects with the reason as soon as there is one. */
export function unlessCancelled<T>(promise: Promise<T>, cancellation: Cancellation): Promise<T> {
  return new Promise((resolve, reject) => {
    promise.finally(cancellation.onCancel(reject)).then(resolve, reject);
  });
}

/** The callbacks of a signal, as its only listener. */
class AbortCallbacks extends Set<() => void> {
  handleEvent(): void {
    for (const callback of this) callback();
  }
}

const callbacksBySignal = new WeakMap<AbortSignal, AbortCallbacks>();

/**
 * Calls back when a signal aborts, at once if it has aborted already. All callbacks share one listener of the
 * signal: Node warns of a leak where one signal ends many calls at once.
 *
 * @returns A function that removes the callback.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => {};
  }
  const callbacks = callbacksBySignal.get(signal) ?? new AbortCallbacks();
  callbacksBySignal.set(signal, callbacks);
  callbacks.add(callback);
  try {
    signal.addEventListener('abort', callbacks);
  } catch {
    throw mustBe('signal', 'an AbortSignal');
  }
  return () => {
    callbacks.delete(callback);
    try {
      if (callbacks.size === 0) signal.removeEventListener('abort', callbacks);
    } catch {
      // The call is over. What is not a signal must not change its result.
    }
  };
}
