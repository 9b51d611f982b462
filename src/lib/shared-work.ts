import { isLddPayError } from '../errors.js';
import { type Cancellation, unlessCancelled } from './cancellation.js';
import type { Platform } from './platform.js';

/** Work that one call began and that others wait for. It only rejects with an LddPayError. */
export interface SharedWork<T> {
  readonly result: Promise<T>;
  /** How long others wait for it, on the monotonic clock in ms. On Node without a limit. */
  readonly until: number;
}

/**
 * Shares work with other calls. On Workers its promise belongs to the request that began it, and is lost when that
 * ends first: it then rejects with an error of the runtime, or never settles.
 *
 * @param patience How long others wait for the work elsewhere than on Node, in ms.
 */
export function share<T>({ now, isNode }: Platform, result: Promise<T>, patience: number): SharedWork<T> {
  return { result, until: isNode ? Number.POSITIVE_INFINITY : now() + patience };
}

/**
 * Waits for the work of another call.
 *
 * @returns Its result in an array, or undefined when it is lost: the caller must then do without it.
 * @throws LddPayError with which the work failed, or with which the wait was cancelled.
 */
export async function waitForShared<T>(
  { now, setTimeout, clearTimeout }: Platform,
  { result, until }: SharedWork<T>,
  cancellation: Cancellation,
): Promise<[T] | undefined> {
  let timer: unknown;
  const late = new Promise<undefined>((resolve) => {
    if (until < Number.POSITIVE_INFINITY) timer = setTimeout(() => resolve(undefined), until - now());
  });
  try {
    return await unlessCancelled(Promise.race([result.then((value): [T] => [value]), late]), cancellation);
  } catch (error) {
    if (isLddPayError(error)) throw error;
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
