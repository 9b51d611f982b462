import { expect, it } from 'vitest';
import { orderOf } from './order.js';

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'];
const orders = ITEMS.map((_, turn) => orderOf(ITEMS, turn));

/** How often each text occurs. */
function counts(texts: readonly string[]): number[] {
  return [...new Set(texts)].map((text) => texts.filter((one) => one === text).length);
}

it('gives every item in each turn', () => {
  for (const order of orders) expect(order.toSorted()).toEqual(ITEMS);
});

it('gives every item every place equally often', () => {
  const places = orders.flatMap((order) => order.map((item, place) => `${item}${place}`));

  expect(counts(places)).toEqual(Array(36).fill(1));
});

it('puts every item behind every other equally often', () => {
  const pairs = orders.flatMap((order) => order.slice(1).map((item, place) => `${order[place]}${item}`));

  expect(counts(pairs)).toEqual(Array(30).fill(1));
});

it('begins again after as many turns as there are items', () => {
  expect(orderOf(ITEMS, ITEMS.length)).toEqual(orderOf(ITEMS, 0));
});
