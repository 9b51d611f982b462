import { expect, it } from 'vitest';
import { ratioOf, spreadOf } from './spread.js';

it('takes the middle of figures by their size, not by their digits', () => {
  expect(spreadOf([100, 9, 20])).toEqual({ median: 20, least: 9, greatest: 100 });
});

it('leaves the order of the figures alone', () => {
  const figures = [3, 1, 2];

  spreadOf(figures);

  expect(figures).toEqual([3, 1, 2]);
});

it('compares within a round, so that a slow round for both makes no difference', () => {
  expect(ratioOf([10, 100, 12], [5, 50, 6])).toEqual({ median: 2, least: 2, greatest: 2 });
});

it('has no figure where nothing was measured', () => {
  expect(spreadOf([]).median).toBeNaN();
  expect(ratioOf([1], []).median).toBeNaN();
});
