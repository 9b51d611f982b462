import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { LddPayError } from '../errors.js';
import { unhandledRejections } from '../testing/client.js';
import { ManualEnding } from '../testing/ending.js';
import { FakePlatform } from '../testing/platform.js';
import { listen, Scope, sleep, unlessEnded } from './deadline.js';

const EXPIRED = new LddPayError('expired', { kind: 'timeout', outcome: 'not_sent' });
const ABORTED = new LddPayError('aborted', { kind: 'aborted', outcome: 'not_sent' });

function listenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

describe('a scope', () => {
  function setUp(ms = 100, parent = new AbortController()) {
    const platform = new FakePlatform();
    const aborted = vi.fn((_reason: unknown) => ABORTED);
    const scope = new Scope(
      platform,
      platform.now() + ms,
      () => EXPIRED,
      (end) => listen(parent.signal, () => end(aborted(parent.signal.reason))),
    );
    return { platform, parent, aborted, scope };
  }

  it('ends when its time is over, and not before', async () => {
    const { platform, scope } = setUp();

    await platform.advance(99);
    expect(scope.reason).toBeUndefined();
    await platform.advance(1);

    expect(scope.reason).toBe(EXPIRED);
  });

  it('tells those who wait for its end as soon as its time is over', async () => {
    const { platform, scope } = setUp();
    const told = vi.fn();
    await platform.advance(30);
    scope.onEnd(told);

    await platform.advance(69);
    expect(told).not.toHaveBeenCalled();
    await platform.advance(1);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
  });

  it('that is over tells whoever asks at once, though it had set no timer', async () => {
    const { platform, scope } = setUp();
    const told = vi.fn();
    await platform.advance(100);

    scope.onEnd(told);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
  });

  it('that nobody waits for sets no timer', () => {
    const { platform, scope } = setUp();

    expect(scope.reason).toBeUndefined();

    expect(platform.pending).toEqual([]);
  });

  it('says how much of its time remains', async () => {
    const { platform, scope } = setUp();

    await platform.advance(30);
    expect(scope.remaining()).toBe(70);
    await platform.advance(90);
    expect(scope.remaining()).toBe(-20);
  });

  it('ends with its parent, and tells why', () => {
    const { parent, aborted, scope } = setUp();

    parent.abort('enough');

    expect(scope.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('enough');
  });

  it('is over from the beginning when its parent was aborted', () => {
    const parent = new AbortController();
    parent.abort('early');
    const { aborted, scope } = setUp(100, parent);

    expect(scope.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('early');
  });

  it('keeps the first reason that it ended for', async () => {
    const { platform, parent, scope } = setUp();
    scope.onEnd(() => {});

    await platform.advance(100);
    parent.abort();

    expect(scope.reason).toBe(EXPIRED);
  });

  it('needs no parent', async () => {
    const platform = new FakePlatform();
    const scope = new Scope(platform, platform.now() + 100, () => EXPIRED);

    await platform.advance(100);

    expect(scope.reason).toBe(EXPIRED);
    scope.close();
    expect(platform.pending).toEqual([]);
  });

  it.each(['open', 'expired', 'aborted'] as const)(
    'that is %s leaves nothing behind when it is closed',
    async (how) => {
      const { platform, parent, scope } = setUp();
      scope.onEnd(() => {});
      scope.onEnd(() => {});
      expect([platform.pending, listenersOf(parent.signal)]).toEqual([[100], 1]);
      if (how === 'expired') await platform.advance(100);
      if (how === 'aborted') parent.abort();

      scope.close();

      expect([platform.pending, listenersOf(parent.signal)]).toEqual([[], 0]);
    },
  );

  it('that is closed tells nobody any more', async () => {
    const { platform, parent, scope } = setUp();
    const told = vi.fn();
    scope.onEnd(told);
    scope.close();

    parent.abort();
    await platform.advance(1000);

    expect(told).not.toHaveBeenCalled();
  });
});

describe('a scope within another', () => {
  const TIMED_OUT = new LddPayError('timed out', { kind: 'timeout', outcome: 'unknown' });

  function setUp(outer: number, inner: number) {
    const platform = new FakePlatform();
    const { signal, abort } = abortable();
    const scope = new Scope(
      platform,
      platform.now() + outer,
      () => EXPIRED,
      (end) => listen(signal, () => end(ABORTED)),
    );
    const part = scope.until(platform.now() + inner, () => TIMED_OUT);
    const told = vi.fn();
    part.onEnd(told);
    return { platform, abort, scope, part, told };
  }

  function abortable() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  }

  it('ends when its own time is over, and the other goes on', async () => {
    const { platform, scope, told } = setUp(100, 60);

    await platform.advance(60);

    expect(told).toHaveBeenCalledExactlyOnceWith(TIMED_OUT);
    expect(scope.reason).toBeUndefined();
  });

  it.each([60, 100])('of %i ms ends with the other, whose time is over by then', async (outer) => {
    const { platform, scope, told } = setUp(outer, 100);

    await platform.advance(outer);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(scope.reason).toBe(EXPIRED);
  });

  it('ends with one that only the clock ends', async () => {
    const platform = new FakePlatform();
    const scope = new Scope(platform, platform.now() + 60, () => EXPIRED);
    const part = scope.until(platform.now() + 100, () => TIMED_OUT);
    const told = vi.fn();
    part.onEnd(told);

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
    const scope = new Scope(coarse, platform.now() + 60.5, () => EXPIRED);
    const told = vi.fn();
    scope.until(platform.now() + 100, () => TIMED_OUT).onEnd(told);

    await platform.advance(60);

    expect(told).toHaveBeenCalledExactlyOnceWith(EXPIRED);
    expect(scope.remaining()).toBe(0.5);
    expect(scope.reason).toBe(EXPIRED);
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
      const { platform, scope, part } = setUp(outer, inner);
      expect(platform.pending).toEqual([60]);

      part.close();
      scope.close();

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

describe('unlessEnded', () => {
  it('gives what the promise gives, and leaves nobody waiting', async () => {
    const ending = new ManualEnding();

    expect(await unlessEnded(Promise.resolve(1), ending)).toBe(1);
    await expect(unlessEnded(Promise.reject(EXPIRED), ending)).rejects.toBe(EXPIRED);

    expect(ending.waiting).toBe(0);
  });

  it('rejects at once with the reason of the ending', async () => {
    const ending = new ManualEnding();
    const promise = unlessEnded(new Promise(() => {}), ending);

    ending.end(ABORTED);

    await expect(promise).rejects.toBe(ABORTED);
    expect(ending.waiting).toBe(0);
  });

  it('rejects when that has ended already, even where the promise would give something', async () => {
    await expect(unlessEnded(Promise.resolve(1), new ManualEnding(ABORTED))).rejects.toBe(ABORTED);
  });

  it('leaves no unhandled rejection when the promise rejects too late', async () => {
    const unhandled = unhandledRejections();

    await expect(unlessEnded(Promise.reject(EXPIRED), new ManualEnding(ABORTED))).rejects.toBe(ABORTED);

    expect(await unhandled()).toEqual([]);
  });
});

describe('sleep', () => {
  it('is over after its time, and leaves neither timer nor callback', async () => {
    const platform = new FakePlatform();
    const ending = new ManualEnding();
    const over = vi.fn();
    const sleeping = sleep(platform, 500, ending).then(over);

    await platform.advance(499);
    expect(over).not.toHaveBeenCalled();
    await platform.advance(1);
    await sleeping;

    expect([platform.pending, ending.waiting]).toEqual([[], 0]);
  });

  it('ends at once with the reason of the ending, and leaves neither timer nor callback', async () => {
    const platform = new FakePlatform();
    const ending = new ManualEnding();
    const sleeping = sleep(platform, 500, ending);

    ending.end(ABORTED);

    await expect(sleeping).rejects.toBe(ABORTED);
    expect([platform.pending, ending.waiting]).toEqual([[], 0]);
  });

  it('does not begin when that has ended already', async () => {
    const platform = new FakePlatform();

    await expect(sleep(platform, 500, new ManualEnding(ABORTED))).rejects.toBe(ABORTED);

    expect(platform.pending).toEqual([]);
  });
});

describe('many scopes of one parent', () => {
  function openMany() {
    const parent = new AbortController();
    const platform = new FakePlatform();
    const scopes = Array.from(
      { length: 50 },
      () =>
        new Scope(
          platform,
          platform.now() + 100,
          () => EXPIRED,
          (end) => listen(parent.signal, () => end(ABORTED)),
        ),
    );
    return { parent, scopes };
  }

  it('leave it one listener, and none when the last one is closed', () => {
    const { parent, scopes } = openMany();
    expect(listenersOf(parent.signal)).toBe(1);
    for (const scope of scopes.slice(1)) scope.close();
    expect(listenersOf(parent.signal)).toBe(1);
    scopes[0]?.close();
    expect(listenersOf(parent.signal)).toBe(0);
  });

  it('all end with it, but for those that are closed', () => {
    const { parent, scopes } = openMany();
    scopes[7]?.close();
    parent.abort();
    expect(scopes.filter(({ reason }) => reason)).toHaveLength(49);
    expect(scopes[7]?.reason).toBeUndefined();
  });
});
