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

/** The callbacks of a signal, and the only listener of it, which calls them. */
interface AbortCallbacks {
  readonly all: Set<() => void>;
  /** A function: the signals of polyfills cannot call an object with `handleEvent`. */
  readonly listener: () => void;
}

const callbacksBySignal = new WeakMap<AbortSignal, AbortCallbacks>();

function createCallbacks(): AbortCallbacks {
  const all = new Set<() => void>();
  const listener = () => {
    for (const callback of all) callback();
  };
  return { all, listener };
}

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
  const callbacks = callbacksBySignal.get(signal) ?? createCallbacks();
  callbacksBySignal.set(signal, callbacks);
  const { all, listener } = callbacks;
  try {
    // Once: the signals of some polyfills call a listener as often as it was added.
    if (all.size === 0) signal.addEventListener('abort', listener);
  } catch {
    throw mustBe('signal', 'an AbortSignal');
  }
  all.add(callback);
  return () => {
    all.delete(callback);
    try {
      if (all.size === 0) signal.removeEventListener('abort', listener);
    } catch {
      // The call is over. What is not a signal must not change its result.
    }
  };
}
