/**
 * Orders items for a turn, counted from 0. Over as many turns as there are items, an even number, each item has
 * every position once, and directly follows every other item once: a Williams square.
 */
export function balancedOrder<T>(items: readonly T[], turn: number): T[] {
  const { length } = items;
  const inward = items.map((_, place) => (place % 2 === 0 ? place / 2 : length - (place + 1) / 2));
  return inward.flatMap((index) => items[(index + turn) % length] ?? []);
}
