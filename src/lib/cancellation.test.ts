import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { LddPayError } from '../errors.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { unhandledRejections } from '../testing/promises.js';
import { onAbort, unlessCancelled } from './cancellation.js';

const FAILED = new LddPayError('failed', { kind: 'network', outcome: 'unknown' });
const ABORTED = new LddPayError('aborted', { kind: 'aborted', outcome: 'not_sent' });

describe('unlessCancelled', () => {
  it('settles as the promise does, and removes its callback', async () => {
    const cancellation = new ManualCancellation();

    expect(await unlessCancelled(Promise.resolve(1), cancellation)).toBe(1);
    await expect(unlessCancelled(Promise.reject(FAILED), cancellation)).rejects.toBe(FAILED);

    expect(cancellation.waiting).toBe(0);
  });

  it('rejects with the reason as soon as it is cancelled', async () => {
    const cancellation = new ManualCancellation();
    const promise = unlessCancelled(new Promise(() => {}), cancellation);

    cancellation.cancel(ABORTED);

    await expect(promise).rejects.toBe(ABORTED);
    expect(cancellation.waiting).toBe(0);
  });

  it('rejects when it is already cancelled, even if the promise is resolved', async () => {
    await expect(unlessCancelled(Promise.resolve(1), new ManualCancellation(ABORTED))).rejects.toBe(ABORTED);
  });

  it('leaves no unhandled rejection when the promise rejects later', async () => {
    const unhandled = unhandledRejections();

    await expect(unlessCancelled(Promise.reject(FAILED), new ManualCancellation(ABORTED))).rejects.toBe(
      ABORTED,
    );

    expect(await unhandled()).toEqual([]);
  });
});

describe('onAbort', () => {
  function addMany() {
    const { signal, abort } = setUp();
    const called: number[] = [];
    const remove = Array.from({ length: 50 }, (_, index) => onAbort(signal, () => called.push(index)));
    return { signal, abort, called, remove };
  }

  function setUp() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  }

  const countListeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

  it('adds one listener to a signal for any number of callbacks, and removes it with the last one', () => {
    const { signal, remove } = addMany();
    expect(countListeners(signal)).toBe(1);

    for (const one of remove.slice(1)) one();
    expect(countListeners(signal)).toBe(1);

    remove[0]?.();
    expect(countListeners(signal)).toBe(0);
  });

  it('works with a signal that calls its listeners as functions, as often as they were added', () => {
    const listeners: (() => void)[] = [];
    const signal = {
      aborted: false,
      addEventListener: (_: string, listener: () => void) => void listeners.push(listener),
      removeEventListener: (_: string, listener: () => void) =>
        void listeners.splice(listeners.indexOf(listener), 1),
    };
    const called: number[] = [];
    const add = (number: number) => onAbort(signal as unknown as AbortSignal, () => called.push(number));
    const remove = [1, 2, 3].map(add);
    remove[1]?.();

    for (const listener of listeners) listener();
    expect(called).toEqual([1, 3]);

    for (const one of remove) one();
    expect(listeners).toEqual([]);

    add(4);
    expect(listeners).toHaveLength(1);
  });

  it('calls every callback that was not removed when the signal aborts', () => {
    const { abort, called, remove } = addMany();
    remove[7]?.();

    abort();

    expect(called).toHaveLength(49);
    expect(called).not.toContain(7);
  });

  it('calls back at once when the signal is already aborted, and adds no listener', () => {
    const { signal, abort } = setUp();
    abort();
    const called: boolean[] = [];

    onAbort(signal, () => called.push(true));

    expect(called).toEqual([true]);
    expect(countListeners(signal)).toBe(0);
  });
});
