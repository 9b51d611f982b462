import { expect, it } from 'vitest';
import { isSameJson } from './comparison.js';

it.each([
  { one: { a: 1, b: [2, { c: null }] }, other: { b: [2, { c: null }], a: 1 }, isSame: true },
  { one: { a: 1 }, other: { b: 1 }, isSame: false },
  { one: { a: 1 }, other: { a: 1, b: 1 }, isSame: false },
  { one: ['a'], other: { 0: 'a' }, isSame: false },
  { one: [1, 2], other: [2, 1], isSame: false },
  { one: null, other: {}, isSame: false },
  { one: { a: { b: 1 } }, other: { a: { b: '1' } }, isSame: false },
])('isSameJson says $isSame of $one and $other', ({ one, other, isSame }) => {
  expect(isSameJson(one, other)).toBe(isSame);
});

it('isSameJson compares values that are nested deeper than calls can be', () => {
  const nest = (value: string) => JSON.parse('['.repeat(50_000) + value + ']'.repeat(50_000));
  expect(isSameJson(nest('1'), nest('1'))).toBe(true);
  expect(isSameJson(nest('1'), nest('2'))).toBe(false);
});
