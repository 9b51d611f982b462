import { expect, it, vi } from 'vitest';
import { memoize } from './memoize.js';

it('works each text out once, also where that comes to nothing much', () => {
  const work = vi.fn((text: string) => text.length);
  const lengthOf = memoize(work);

  expect(['one', '', 'three', '', 'one'].map(lengthOf)).toEqual([3, 0, 5, 0, 3]);

  expect(work.mock.calls).toEqual([['one'], [''], ['three']]);
});
