import { describe, expect, it } from 'vitest';
import { createRecentMap } from './recent-map.js';

describe('createRecentMap', () => {
  it('returns the value of a key, and the last of several', () => {
    const map = createRecentMap<number>(10);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);

    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, 2, undefined]);
  });

  it('keeps at least as many entries as its capacity, and at most twice as many', () => {
    const map = createRecentMap<number>(10);
    for (let index = 0; index < 100; index += 1) {
      map.set(`key-${index}`, index);
      const kept = Array.from({ length: index + 1 }, (_, key) => map.get(`key-${key}`)).filter(
        (value) => value !== undefined,
      );
      expect(kept.slice(-10)).toEqual(Array.from({ length: index + 1 }, (_, key) => key).slice(-10));
      expect(kept.length).toBeLessThanOrEqual(20);
    }
  });

  it('returns the last value of a key whose earlier value is about to be dropped', () => {
    const map = createRecentMap<string>(2);
    map.set('a', 'old');
    map.set('b', '');
    map.set('a', 'new');

    expect(map.get('a')).toBe('new');
  });

  it('returns nothing of a key that was deleted, and makes room for another', () => {
    const map = createRecentMap<number>(2);
    for (const key of ['a', 'b', 'c']) map.set(key, 1);
    for (const key of ['a', 'c', 'unknown']) map.delete(key);
    for (const key of ['d', 'e']) map.set(key, 2);

    expect(['a', 'b', 'c', 'd', 'e'].map(map.get)).toEqual([undefined, 1, undefined, 2, 2]);
  });
});
