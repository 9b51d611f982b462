import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { LddPayError } from '../errors.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { FakePlatform } from '../testing/platform.js';
import { onAbort } from './cancellation.js';
import { Deadline, sleep } from './deadline.js';

const EXPIRED = new LddPayError('expired', { kind: 'timeout', outcome: 'not_sent' });
const ABORTED = new LddPayError('aborted', { kind: 'aborted', outcome: 'not_sent' });

function listenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

describe('a deadline', () => {
  function setUp(ms = 100, parent = new AbortController()) {
    const platform = new FakePlatform();
    const aborted = vi.fn((_reason: unknown) => ABORTED);
    const deadline = new Deadline(
      platform,
      platform.now() + ms,
      () => EXPIRED,
      (end) => onAbort(parent.signal, () => end(aborted(parent.signal.reason))),
    );
    return { platform, parent, aborted, deadline };
  }

  it('ends when its time is over, and not before', async () => {
    const { platform, deadline } = setUp();

    await platform.advance(99);
    expect(deadline.reason).toBeUndefined();
    await platform.advance(1);

    expect(deadline.reason).toBe(EXPIRED);
  });

  it('tells those who wait for its end as soon as its time is over', async () => {
    const { platform, deadline } = setUp();
    const told = vi.fn();
    await platform.advance(30);
    deadline.onCancel(told);

    await platform.advance(69);
    expect(told).not.toHaveBeenCalled();
    await platform.advance(1);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
  });

  it('that is over tells whoever asks at once, though it had set no timer', async () => {
    const { platform, deadline } = setUp();
    const told = vi.fn();
    await platform.advance(100);

    deadline.onCancel(told);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
  });

  it('that nobody waits for sets no timer', () => {
    const { platform, deadline } = setUp();

    expect(deadline.reason).toBeUndefined();

    expect(platform.pending).toEqual([]);
  });

  it('says how much of its time remains', async () => {
    const { platform, deadline } = setUp();

    await platform.advance(30);
    expect(deadline.remaining()).toBe(70);
    await platform.advance(90);
    expect(deadline.remaining()).toBe(-20);
  });

  it('ends with its parent, and tells why', () => {
    const { parent, aborted, deadline } = setUp();

    parent.abort('enough');

    expect(deadline.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('enough');
  });

  it('is over from the beginning when its parent was aborted', () => {
    const parent = new AbortController();
    parent.abort('early');
    const { aborted, deadline } = setUp(100, parent);

    expect(deadline.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('early');
  });

  it('keeps the first reason that it ended for', async () => {
    const { platform, parent, deadline } = setUp();
    deadline.onCancel(() => {});

    await platform.advance(100);
    parent.abort();

    expect(deadline.reason).toBe(EXPIRED);
  });

  it('needs no parent', async () => {
    const platform = new FakePlatform();
    const deadline = new Deadline(platform, platform.now() + 100, () => EXPIRED);

    await platform.advance(100);

    expect(deadline.reason).toBe(EXPIRED);
    deadline.close();
    expect(platform.pending).toEqual([]);
  });

  it.each(['open', 'expired', 'aborted'] as const)(
    'that is %s leaves nothing behind when it is closed',
    async (how) => {
      const { platform, parent, deadline } = setUp();
      deadline.onCancel(() => {});
      deadline.onCancel(() => {});
      expect([platform.pending, listenersOf(parent.signal)]).toEqual([[100], 1]);
      if (how === 'expired') await platform.advance(100);
      if (how === 'aborted') parent.abort();

      deadline.close();

      expect([platform.pending, listenersOf(parent.signal)]).toEqual([[], 0]);
    },
  );

  it('that is closed tells nobody any more', async () => {
    const { platform, parent, deadline } = setUp();
    const told = vi.fn();
    deadline.onCancel(told);
    deadline.close();

    parent.abort();
    await platform.advance(1000);

    expect(told).not.toHaveBeenCalled();
  });
});

describe('a deadline within another', () => {
  const TIMED_OUT = new LddPayError('timed out', { kind: 'timeout', outcome: 'unknown' });

  function setUp(outer: number, inner: number) {
    const platform = new FakePlatform();
    const { signal, abort } = abortable();
    const deadline = new Deadline(
      platform,
      platform.now() + outer,
      () => EXPIRED,
      (end) => onAbort(signal, () => end(ABORTED)),
    );
    const part = deadline.until(platform.now() + inner, () => TIMED_OUT);
    const told = vi.fn();
    part.onCancel(told);
    return { platform, abort, deadline, part, told };
  }

  function abortable() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  }

  it('ends when its own time is over, and the other goes on', async () => {
    const { platform, deadline, told } = setUp(100, 60);

    await platform.advance(60);

    expect(told).toHaveBeenCalledExactlyOnceWith(TIMED_OUT);
    expect(deadline.reason).toBeUndefined();
  });

  it.each([60, 100])('of %i ms ends with the other, whose time is over by then', async (outer) => {
    const { platform, deadline, told } = setUp(outer, 100);

    await platform.advance(outer);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(deadline.reason).toBe(EXPIRED);
  });

  it('ends with one that only the clock ends', async () => {
    const platform = new FakePlatform();
    const deadline = new Deadline(platform, platform.now() + 60, () => EXPIRED);
    const part = deadline.until(platform.now() + 100, () => TIMED_OUT);
    const told = vi.fn();
    part.onCancel(told);

    await platform.advance(60);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(part.reason).toBe(EXPIRED);
  });

  it('whose timer fires before the clock says so ends the other at once, so that nothing is begun', async () => {
    const platform = new FakePlatform();
    const coarse = {
      ...platform,
      setTimeout: (callback: () => void, ms: number) => platform.setTimeout(callback, Math.trunc(ms)),
    };
    const deadline = new Deadline(coarse, platform.now() + 60.5, () => EXPIRED);
    const told = vi.fn();
    deadline.until(platform.now() + 100, () => TIMED_OUT).onCancel(told);

    await platform.advance(60);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(deadline.remaining()).toBe(0.5);
    expect(deadline.reason).toBe(EXPIRED);
  });

  it('ends with the other when that is aborted', () => {
    const { abort, part, told } = setUp(100, 60);

    abort();

    expect(told).toHaveBeenCalledExactlyOnceWith(ABORTED);
    expect(part.reason).toBe(ABORTED);
  });

  it.each([
    { outer: 100, inner: 60 },
    { outer: 60, inner: 100 },
  ])(
    'of $inner ms in $outer ms sets one timer, and leaves none behind when both are closed',
    ({ outer, inner }) => {
      const { platform, deadline, part } = setUp(outer, inner);
      expect(platform.pending).toEqual([60]);

      part.close();
      deadline.close();

      expect(platform.pending).toEqual([]);
    },
  );

  it('that is closed is not told of the other’s end', async () => {
    const { abort, part, told } = setUp(100, 60);
    part.close();

    abort();

    expect(told).not.toHaveBeenCalled();
  });
});

describe('sleep', () => {
  it('is over after its time, and leaves neither timer nor callback', async () => {
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

  it('ends at once with the reason of the cancellation, and leaves neither timer nor callback', async () => {
    const platform = new FakePlatform();
    const cancellation = new ManualCancellation();
    const sleeping = sleep(platform, 500, cancellation);

    cancellation.cancel(ABORTED);

    await expect(sleeping).rejects.toBe(ABORTED);
    expect([platform.pending, cancellation.waiting]).toEqual([[], 0]);
  });

  it('does not begin when that has ended already', async () => {
    const platform = new FakePlatform();

    await expect(sleep(platform, 500, new ManualCancellation(ABORTED))).rejects.toBe(ABORTED);

    expect(platform.pending).toEqual([]);
  });
});
