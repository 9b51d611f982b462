import { expect, it } from 'vitest';
import { Scheduler } from './scheduler.js';

it('runs due tasks in order of time, and those due at the same time as they were scheduled', () => {
  const scheduler = new Scheduler();
  const runs: string[] = [];
  for (const [name, dueAt] of [
    ['late', 3],
    ['first', 1],
    ['second', 1],
    ['pending', 4],
  ] as const)
    scheduler.schedule(dueAt, (due) => runs.push(`${name} at ${due}`));

  scheduler.runDue(3);

  expect(runs).toEqual(['first at 1', 'second at 1', 'late at 3']);
});

it('runs a task once', () => {
  const scheduler = new Scheduler();
  let runs = 0;
  scheduler.schedule(1, () => {
    runs += 1;
  });

  scheduler.runDue(1);
  scheduler.runDue(2);

  expect(runs).toBe(1);
});

it('runs tasks that another task schedules, if they are due too', () => {
  const scheduler = new Scheduler();
  const runs: number[] = [];
  scheduler.schedule(1, (due) => {
    for (const delay of [1, 5]) scheduler.schedule(due + delay, (later) => runs.push(later));
  });

  scheduler.runDue(5);

  expect(runs).toEqual([2]);
});
