import { expect, it } from 'vitest';
import { balancedOrder } from './balanced-order.js';

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'];
const orders = ITEMS.map((_, turn) => balancedOrder(ITEMS, turn));

/** Counts how often each string occurs. */
function countEach(strings: readonly string[]): number[] {
  return [...new Set(strings)].map((string) => strings.filter((one) => one === string).length);
}

it('returns every item in each turn', () => {
  for (const order of orders) expect(order.toSorted()).toEqual(ITEMS);
});

it('puts every item in every position equally often', () => {
  const positions = orders.flatMap((order) => order.map((item, position) => `${item}${position}`));

  expect(countEach(positions)).toEqual(Array(36).fill(1));
});

it('puts every item directly after every other item equally often', () => {
  const pairs = orders.flatMap((order) =>
    order.slice(1).map((item, position) => `${order[position]}${item}`),
  );

  expect(countEach(pairs)).toEqual(Array(30).fill(1));
});

it('repeats after as many turns as there are items', () => {
  expect(balancedOrder(ITEMS, ITEMS.length)).toEqual(balancedOrder(ITEMS, 0));
});
