import { expect, it } from 'vitest';
import { ratioOf, spreadOf } from './spread.js';

it('takes the middle of figures by their size, not by their digits', () => {
  expect(spreadOf([100, 9, 20])).toEqual({ median: 20, lower: 14.5, upper: 60 });
});

it('says between which figures half of them lie, so that a single one that is far off does not show', () => {
  expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 1000])).toEqual({ median: 4.5, lower: 2.5, upper: 6.5 });
});

it('takes the mean of the two in the middle, so that neither side is favoured', () => {
  expect(spreadOf([10, 1, 4, 2]).median).toBe(3);
});

it('leaves the order of the figures alone', () => {
  const figures = [3, 1, 2];

  spreadOf(figures);

  expect(figures).toEqual([3, 1, 2]);
});

it('compares within a turn, so that a slow turn for both makes no difference', () => {
  expect(ratioOf([30, 100, 12], [10, 50, 12])).toEqual({ median: 2, lower: 1.5, upper: 2.5 });
});

it('has no figure where nothing was measured', () => {
  expect(spreadOf([]).median).toBeNaN();
  expect(ratioOf([1], []).median).toBeNaN();
});
