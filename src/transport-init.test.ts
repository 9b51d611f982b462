import { describe, expect, it } from 'vitest';
import { abortedError } from './errors.js';
import { ManualEnding } from './testing/ending.js';
import { endingOf, initOf } from './transport-init.js';

const CONTENT = { method: 'POST', body: '{}', headers: { a: 'b' } };
const REASON = abortedError('unknown', 'enough');

describe('what a transport is given', () => {
  it('is a request that follows no redirect, with a signal that is aborted when it ends', () => {
    const ending = new ManualEnding();
    const init = initOf(CONTENT, ending);
    expect(init).toMatchObject({ ...CONTENT, redirect: 'manual' });
    const { signal } = init;

    ending.end(REASON);

    expect(signal?.reason).toBe(REASON);
  });

  it('costs no signal where none is read', () => {
    const ending = new ManualEnding();

    expect(endingOf(initOf(CONTENT, ending))).toBe(ending);

    expect(ending.waiting).toBe(0);
  });

  it('keeps its signal when it is copied, and may be given another', () => {
    const ending = new ManualEnding();
    const copy = { ...initOf(CONTENT, ending) };
    const { signal } = new AbortController();

    expect(endingOf(copy)).toBeUndefined();
    expect(endingOf({ ...initOf(CONTENT, ending), signal })).toBeUndefined();
    expect(endingOf({ signal })).toBeUndefined();
    expect(endingOf({})).toBeUndefined();
    ending.end(REASON);
    expect(copy.signal?.aborted).toBe(true);
  });
});
