import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { LddPayError } from '../errors.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { FakePlatform } from '../testing/platform.js';
import { onAbort } from './cancellation.js';
import { Deadline, sleep } from './deadline.js';

const EXPIRED = new LddPayError('expired', { kind: 'timeout', outcome: 'not_sent' });
const ABORTED = new LddPayError('aborted', { kind: 'aborted', outcome: 'not_sent' });

function countListeners(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

describe('Deadline', () => {
  function setUp(ms = 100, controller = new AbortController()) {
    const platform = new FakePlatform();
    const aborted = vi.fn((_reason: unknown) => ABORTED);
    const deadline = new Deadline(
      platform,
      platform.now() + ms,
      () => EXPIRED,
      (cancel) => onAbort(controller.signal, () => cancel(aborted(controller.signal.reason))),
    );
    return { platform, controller, aborted, deadline };
  }

  it('has no reason until its time is over', async () => {
    const { platform, deadline } = setUp();

    await platform.advance(99);
    expect(deadline.reason).toBeUndefined();
    await platform.advance(1);

    expect(deadline.reason).toBe(EXPIRED);
  });

  it('calls back as soon as its time is over', async () => {
    const { platform, deadline } = setUp();
    const callback = vi.fn();
    await platform.advance(30);
    deadline.onCancel(callback);

    await platform.advance(69);
    expect(callback).not.toHaveBeenCalled();
    await platform.advance(1);

    expect(callback).toHaveBeenCalledExactlyOnceWith(EXPIRED);
  });

  it('calls back at once when its time is already over, although it set no timer', async () => {
    const { platform, deadline } = setUp();
    const callback = vi.fn();
    await platform.advance(100);

    deadline.onCancel(callback);

    expect(callback).toHaveBeenCalledExactlyOnceWith(EXPIRED);
  });

  it('sets no timer when nothing waits for it', () => {
    const { platform, deadline } = setUp();

    expect(deadline.reason).toBeUndefined();

    expect(platform.pending).toEqual([]);
  });

  it('returns the remaining time, which becomes negative', async () => {
    const { platform, deadline } = setUp();

    await platform.advance(30);
    expect(deadline.remaining()).toBe(70);
    await platform.advance(90);
    expect(deadline.remaining()).toBe(-20);
  });

  it('is cancelled by its source, with the reason of the source', () => {
    const { controller, aborted, deadline } = setUp();

    controller.abort('enough');

    expect(deadline.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('enough');
  });

  it('is cancelled from the start when its source is already cancelled', () => {
    const controller = new AbortController();
    controller.abort('early');
    const { aborted, deadline } = setUp(100, controller);

    expect(deadline.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('early');
  });

  it('keeps its first reason', async () => {
    const { platform, controller, deadline } = setUp();
    deadline.onCancel(() => {});

    await platform.advance(100);
    controller.abort();

    expect(deadline.reason).toBe(EXPIRED);
  });

  it('works without a source', async () => {
    const platform = new FakePlatform();
    const deadline = new Deadline(platform, platform.now() + 100, () => EXPIRED);

    await platform.advance(100);

    expect(deadline.reason).toBe(EXPIRED);
    deadline.close();
    expect(platform.pending).toEqual([]);
  });

  it.each(['open', 'expired', 'aborted'] as const)(
    'removes its timer and its listener when it is closed while %s',
    async (state) => {
      const { platform, controller, deadline } = setUp();
      deadline.onCancel(() => {});
      deadline.onCancel(() => {});
      expect([platform.pending, countListeners(controller.signal)]).toEqual([[100], 1]);
      if (state === 'expired') await platform.advance(100);
      if (state === 'aborted') controller.abort();

      deadline.close();

      expect([platform.pending, countListeners(controller.signal)]).toEqual([[], 0]);
    },
  );

  it('does not call back after it was closed', async () => {
    const { platform, controller, deadline } = setUp();
    const callback = vi.fn();
    deadline.onCancel(callback);
    deadline.close();

    controller.abort();
    await platform.advance(1000);

    expect(callback).not.toHaveBeenCalled();
  });
});

describe('Deadline.until', () => {
  const TIMED_OUT = new LddPayError('timed out', { kind: 'timeout', outcome: 'unknown' });

  function setUp(outerMs: number, innerMs: number) {
    const platform = new FakePlatform();
    const { signal, abort } = abortable();
    const deadline = new Deadline(
      platform,
      platform.now() + outerMs,
      () => EXPIRED,
      (cancel) => onAbort(signal, () => cancel(ABORTED)),
    );
    const inner = deadline.until(platform.now() + innerMs, () => TIMED_OUT);
    const callback = vi.fn();
    inner.onCancel(callback);
    return { platform, abort, deadline, inner, callback };
  }

  function abortable() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  }

  it('ends when its own time is over, and the outer deadline continues', async () => {
    const { platform, deadline, callback } = setUp(100, 60);

    await platform.advance(60);

    expect(callback).toHaveBeenCalledExactlyOnceWith(TIMED_OUT);
    expect(deadline.reason).toBeUndefined();
  });

  it.each([60, 100])('ends together with an outer deadline of %i ms that is not later', async (outer) => {
    const { platform, deadline, callback } = setUp(outer, 100);

    await platform.advance(outer);

    expect(callback).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(deadline.reason).toBe(EXPIRED);
  });

  it('ends together with an outer deadline without a source', async () => {
    const platform = new FakePlatform();
    const deadline = new Deadline(platform, platform.now() + 60, () => EXPIRED);
    const inner = deadline.until(platform.now() + 100, () => TIMED_OUT);
    const callback = vi.fn();
    inner.onCancel(callback);

    await platform.advance(60);

    expect(callback).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(inner.reason).toBe(EXPIRED);
  });

  it('ends the outer deadline at once when the shared timer fires slightly early, so that nothing is started', async () => {
    const platform = new FakePlatform();
    const coarse = {
      ...platform,
      setTimeout: (callback: () => void, ms: number) => platform.setTimeout(callback, Math.trunc(ms)),
    };
    const deadline = new Deadline(coarse, platform.now() + 60.5, () => EXPIRED);
    const callback = vi.fn();
    deadline.until(platform.now() + 100, () => TIMED_OUT).onCancel(callback);

    await platform.advance(60);

    expect(callback).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(deadline.remaining()).toBe(0.5);
    expect(deadline.reason).toBe(EXPIRED);
  });

  it('is cancelled together with the outer deadline', () => {
    const { abort, inner, callback } = setUp(100, 60);

    abort();

    expect(callback).toHaveBeenCalledExactlyOnceWith(ABORTED);
    expect(inner.reason).toBe(ABORTED);
  });

  it.each([
    { outerMs: 100, innerMs: 60 },
    { outerMs: 60, innerMs: 100 },
  ])(
    'shares one timer for $innerMs ms within $outerMs ms, and leaves none when both are closed',
    ({ outerMs, innerMs }) => {
      const { platform, deadline, inner } = setUp(outerMs, innerMs);
      expect(platform.pending).toEqual([60]);

      inner.close();
      deadline.close();

      expect(platform.pending).toEqual([]);
    },
  );

  it('does not call back for the outer deadline after it was closed', async () => {
    const { abort, inner, callback } = setUp(100, 60);
    inner.close();

    abort();

    expect(callback).not.toHaveBeenCalled();
  });
});

describe('sleep', () => {
  it('resolves after its time, and leaves neither timer nor callback', async () => {
    const platform = new FakePlatform();
    const cancellation = new ManualCancellation();
    const over = vi.fn();
    const sleeping = sleep(platform, 500, cancellation).then(over);

    await platform.advance(499);
    expect(over).not.toHaveBeenCalled();
    await platform.advance(1);
    await sleeping;

    expect([platform.pending, cancellation.waiting]).toEqual([[], 0]);
  });

  it('rejects with the reason as soon as it is cancelled, and leaves neither timer nor callback', async () => {
    const platform = new FakePlatform();
    const cancellation = new ManualCancellation();
    const sleeping = sleep(platform, 500, cancellation);

    cancellation.cancel(ABORTED);

    await expect(sleeping).rejects.toBe(ABORTED);
    expect([platform.pending, cancellation.waiting]).toEqual([[], 0]);
  });

  it('rejects at once when it is already cancelled', async () => {
    const platform = new FakePlatform();

    await expect(sleep(platform, 500, new ManualCancellation(ABORTED))).rejects.toBe(ABORTED);

    expect(platform.pending).toEqual([]);
  });
});
