import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { LddPayError } from './errors.js';
import { openScope, sleep, unlessAborted } from './scope.js';
import { unhandledRejections } from './testing/client.js';
import { FakePlatform } from './testing/platform.js';

const EXPIRED = new LddPayError('expired', { kind: 'timeout', outcome: 'not_sent' });
const ABORTED = new LddPayError('aborted', { kind: 'aborted', outcome: 'not_sent' });

function listenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

describe('a scope', () => {
  function setUp(ms = 100, parent = new AbortController()) {
    const platform = new FakePlatform();
    const aborted = vi.fn((_reason: unknown) => ABORTED);
    const scope = openScope(platform, parent.signal, ms, () => EXPIRED, aborted);
    return { platform, parent, aborted, scope };
  }

  it('ends when its time is over, and not before', async () => {
    const { platform, scope } = setUp();

    await platform.advance(99);
    expect(scope.signal.aborted).toBe(false);
    await platform.advance(1);

    expect(scope.signal.reason).toBe(EXPIRED);
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

    expect(scope.signal.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('enough');
  });

  it('is over from the beginning when its parent was aborted', () => {
    const parent = new AbortController();
    parent.abort('early');
    const { aborted, scope } = setUp(100, parent);

    expect(scope.signal.reason).toBe(ABORTED);
    expect(aborted).toHaveBeenCalledExactlyOnceWith('early');
  });

  it('keeps the first reason that it ended for', async () => {
    const { platform, parent, scope } = setUp();

    await platform.advance(100);
    parent.abort();

    expect(scope.signal.reason).toBe(EXPIRED);
  });

  it('needs no parent', async () => {
    const platform = new FakePlatform();
    const { signal, close } = openScope(
      platform,
      undefined,
      100,
      () => EXPIRED,
      () => ABORTED,
    );

    await platform.advance(100);

    expect(signal.reason).toBe(EXPIRED);
    close();
    expect(platform.pending).toEqual([]);
  });

  it.each(['open', 'expired', 'aborted'] as const)(
    'that is %s leaves nothing behind when it is closed',
    async (how) => {
      const { platform, parent, scope } = setUp();
      expect([platform.pending, listenersOf(parent.signal)]).toEqual([[100], 1]);
      if (how === 'expired') await platform.advance(100);
      if (how === 'aborted') parent.abort();

      scope.close();

      expect([platform.pending, listenersOf(parent.signal)]).toEqual([[], 0]);
    },
  );

  it('that is closed does not end any more', async () => {
    const { platform, parent, scope } = setUp();
    scope.close();

    parent.abort();
    await platform.advance(1000);

    expect(scope.signal.aborted).toBe(false);
  });
});

describe('unlessAborted', () => {
  it('gives what the promise gives, and leaves no listener', async () => {
    const { signal } = new AbortController();

    expect(await unlessAborted(Promise.resolve(1), signal)).toBe(1);
    await expect(unlessAborted(Promise.reject(EXPIRED), signal)).rejects.toBe(EXPIRED);

    expect(listenersOf(signal)).toBe(0);
  });

  it('rejects at once with the reason of the signal', async () => {
    const controller = new AbortController();
    const promise = unlessAborted(new Promise(() => {}), controller.signal);

    controller.abort(ABORTED);

    await expect(promise).rejects.toBe(ABORTED);
    expect(listenersOf(controller.signal)).toBe(0);
  });

  it('rejects when the signal is aborted already, even where the promise would give something', async () => {
    await expect(unlessAborted(Promise.resolve(1), AbortSignal.abort(ABORTED))).rejects.toBe(ABORTED);
  });

  it('leaves no unhandled rejection when the promise rejects too late', async () => {
    const unhandled = unhandledRejections();

    await expect(unlessAborted(Promise.reject(EXPIRED), AbortSignal.abort(ABORTED))).rejects.toBe(ABORTED);

    expect(await unhandled()).toEqual([]);
  });
});

describe('sleep', () => {
  it('is over after its time, and leaves neither timer nor listener', async () => {
    const platform = new FakePlatform();
    const { signal } = new AbortController();
    const over = vi.fn();
    const sleeping = sleep(platform, 500, signal).then(over);

    await platform.advance(499);
    expect(over).not.toHaveBeenCalled();
    await platform.advance(1);
    await sleeping;

    expect([platform.pending, listenersOf(signal)]).toEqual([[], 0]);
  });

  it('ends at once with the reason of the signal, and leaves neither timer nor listener', async () => {
    const platform = new FakePlatform();
    const controller = new AbortController();
    const sleeping = sleep(platform, 500, controller.signal);

    controller.abort(ABORTED);

    await expect(sleeping).rejects.toBe(ABORTED);
    expect([platform.pending, listenersOf(controller.signal)]).toEqual([[], 0]);
  });

  it('does not begin when the signal is aborted already', async () => {
    const platform = new FakePlatform();

    await expect(sleep(platform, 500, AbortSignal.abort(ABORTED))).rejects.toBe(ABORTED);

    expect(platform.pending).toEqual([]);
  });
});

describe('many scopes of one parent', () => {
  function openMany() {
    const parent = new AbortController();
    const scopes = Array.from({ length: 50 }, () =>
      openScope(
        new FakePlatform(),
        parent.signal,
        100,
        () => EXPIRED,
        () => ABORTED,
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
    expect(scopes.filter(({ signal }) => signal.aborted)).toHaveLength(49);
    expect(scopes[7]?.signal.aborted).toBe(false);
  });
});
