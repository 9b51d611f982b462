import { expect, it } from 'vitest';
import { contenders } from './contenders.js';
import { createPlan } from './plan.js';

it.each([false, true])('gives every client every position equally often (quick: %s)', (quick) => {
  expect(createPlan(quick).calls.turns % contenders.length).toBe(0);
});

it.each([false, true])(
  'lets an observed client and another one go first equally often (quick: %s)',
  (quick) => {
    expect(createPlan(quick).observer.turns % 2).toBe(0);
  },
);

it.each([false, true])('lets a journal and the client alone go first equally often (quick: %s)', (quick) => {
  expect(createPlan(quick).journal.turns % 2).toBe(0);
});
