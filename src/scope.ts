import type { LddPayError } from './errors.js';
import type { Platform } from './platform.js';

/** A time limit and a parent's signal as one signal. */
export interface Scope {
  /** Aborted by the parent or by the limit; its reason is an LddPayError. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left. */
  remaining(): number;
  /** Takes timer and listener away; what is not closed leaks. */
  close(): void;
}

/**
 * Opens a scope of `ms` milliseconds.
 *
 * @param expired Its reason when they are over.
 * @param aborted Its reason when the parent is aborted.
 */
export function openScope(
  platform: Platform,
  parent: AbortSignal | undefined,
  ms: number,
  expired: () => LddPayError,
  aborted: (reason: unknown) => LddPayError,
): Scope {
  const controller = new AbortController();
  const endsAt = platform.now() + ms;
  const timer = platform.setTimeout(() => controller.abort(expired()), ms);
  const onAbort = () => controller.abort(aborted(parent?.reason));
  if (parent?.aborted) onAbort();
  const stopListening = listen(parent, onAbort);
  return {
    signal: controller.signal,
    remaining: () => endsAt - platform.now(),
    close() {
      platform.clearTimeout(timer);
      stopListening();
    },
  };
}

/** The promise, or the reason of the signal as soon as that is aborted. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Waits, and ends at once with the reason of the signal when that is aborted. */
export async function sleep(platform: Platform, ms: number, signal: AbortSignal): Promise<void> {
  let timer: unknown;
  const waiting = new Promise<void>((resolve) => {
    timer = platform.setTimeout(resolve, ms);
  });
  try {
    await unlessAborted(waiting, signal);
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
 * Calls back when a signal is aborted, until the function it returns is called. All who listen share one
 * listener of the signal: Node warns of a leak where one signal ends many calls at once.
 */
function listen(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal || signal.aborted) return () => {};
  const all = listeners.get(signal) ?? new Listeners();
  listeners.set(signal, all);
  if (all.size === 0) signal.addEventListener('abort', all.onAbort, { once: true });
  all.add(callback);
  return () => {
    all.delete(callback);
    if (all.size === 0) signal.removeEventListener('abort', all.onAbort);
  };
}
