/** Returns a number of at least 0 and less than 1. */
export type Random = () => number;

/**
 * Creates the random numbers of one purpose. The same seed and purpose return the same numbers, whatever else
 * draws numbers meanwhile.
 */
export function createRandom(seed: number, purpose: string): Random {
  let state = 0x811c9dc5;
  // FNV-1a.
  for (const character of `${seed} ${purpose}`) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Mulberry32.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws an integer from `least` to `most`, both included. */
export function drawInteger(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Draws one of several items, each as often as its weight says. */
export function drawWeighted<Item>(random: Random, weights: readonly (readonly [number, Item])[]): Item {
  let left = random() * weights.reduce((sum, [weight]) => sum + weight, 0);
  const drawn = weights.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  const [, item] = drawn ?? (weights.at(-1) as readonly [number, Item]);
  return item;
}
