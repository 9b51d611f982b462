import { mustBe } from '../lib/checks.js';
import { createRecentMap } from '../lib/recent-map.js';

/**
 * Notes that a key is used, and what for.
 *
 * @param use Data without cycles.
 * @returns A function to call if the use turns out to have had no effect.
 * @throws LddPayError of kind `config` for a key that may have taken effect for something else.
 */
export type GuardKey = (key: string, use: unknown, isGiven: boolean) => () => void;

/**
 * Remembers what idempotency keys are used for, and refuses to use one for anything else: what an API does then
 * is undocumented, and either outcome is wrong. A key of which no use can have taken effect is free again, so that
 * a body that was refused can be corrected under its key.
 *
 * @param capacity How many keys are remembered, so that memory stays constant.
 */
export function createKeyGuard(capacity?: number): GuardKey {
  // Hashes of their uses, so that card data does not stay in memory, and how many of these count.
  const uses = createRecentMap<{ hash: number; count: number }>(capacity);
  return (key, use, isGiven) => {
    const hash = hashOf(use);
    const known = uses.get(key) ?? { hash, count: 0 };
    if (isGiven && known.count > 0 && known.hash !== hash) {
      throw mustBe('idempotencyKey', 'another one: it was already used for something else');
    }
    uses.set(key, known);
    known.hash = hash;
    known.count += 1;
    return () => {
      known.count -= 1;
    };
  };
}

/**
 * Returns a hash that distinguishes two bodies and does not depend on the order of their properties, whose
 * hashes are added. It takes a fraction of the time of sorting.
 *
 * @param seed The hash of the way to the value.
 */
function hashOf(value: unknown, seed = 1): number {
  if (typeof value === 'object' && value) {
    let sum = hashOf(Array.isArray(value) ? '[' : '{', ~seed);
    for (const [name, member] of Object.entries(value)) sum += hashOf(member, hashOf(name, seed));
    return sum;
  }
  // FNV-1a over UTF-16 code units. With another seed for strings, so that `1` and `'1'` differ.
  let hash = typeof value === 'string' ? seed : ~seed;
  const text = `${value}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // As in Mulberry32, so that every bit depends on all others: sums of plain FNV hashes collide.
  return Math.imul(hash ^ (hash >>> 15), hash | 1);
}
