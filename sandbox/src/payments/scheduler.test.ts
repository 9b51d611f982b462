import { expect, it } from 'vitest';
import { type ScheduledEvent, Scheduler } from './scheduler.js';

const event = (
  name: string,
  run: ScheduledEvent['run'] = () => {},
  applies: ScheduledEvent['applies'] = () => true,
): ScheduledEvent => ({ name, paymentId: undefined, applies, run });

it('runs due tasks in order of time, and those due at the same time as they were scheduled', () => {
  const scheduler = new Scheduler();
  const runs: string[] = [];
  for (const [name, dueAt] of [
    ['late', 3],
    ['first', 1],
    ['second', 1],
    ['pending', 4],
  ] as const)
    scheduler.schedule(
      dueAt,
      event(name, (due) => runs.push(`${name} at ${due}`)),
    );

  scheduler.runDue(3);

  expect(runs).toEqual(['first at 1', 'second at 1', 'late at 3']);
});

it('runs a task once', () => {
  const scheduler = new Scheduler();
  let runs = 0;
  scheduler.schedule(
    1,
    event('once', () => {
      runs += 1;
    }),
  );

  scheduler.runDue(1);
  scheduler.runDue(2);

  expect(runs).toBe(1);
});

it('runs tasks that another task schedules, if they are due too', () => {
  const scheduler = new Scheduler();
  const runs: number[] = [];
  scheduler.schedule(
    1,
    event('first', (due) => {
      for (const delay of [1, 5])
        scheduler.schedule(
          due + delay,
          event('second', (later) => runs.push(later)),
        );
    }),
  );

  scheduler.runDue(5);

  expect(runs).toEqual([2]);
});

it('does not run an event that changes nothing any more', () => {
  const scheduler = new Scheduler();
  const runs: string[] = [];
  let isOpen = true;
  const run = (name: string) => () => {
    runs.push(name);
    isOpen = false;
  };
  for (const name of ['first', 'second'])
    scheduler.schedule(
      1,
      event(name, run(name), () => isOpen),
    );

  scheduler.runDue(1);

  expect(runs).toEqual(['first']);
});

it('returns the next events in order of time, without those that change nothing any more', () => {
  const scheduler = new Scheduler();
  for (const [name, dueAt] of [
    ['fifth', 9],
    ['third', 3],
    ['first', 1],
    ['second', 1],
    ['fourth', 4],
  ] as const)
    scheduler.schedule(dueAt, { ...event(name), paymentId: `pay_${name}` });
  scheduler.schedule(
    0,
    event('over', undefined, () => false),
  );

  expect(scheduler.upcoming(3)).toEqual([
    { name: 'first', paymentId: 'pay_first', dueAt: 1 },
    { name: 'second', paymentId: 'pay_second', dueAt: 1 },
    { name: 'third', paymentId: 'pay_third', dueAt: 3 },
  ]);
  scheduler.runDue(3);
  expect(scheduler.upcoming(3).map(({ name }) => name)).toEqual(['fourth', 'fifth']);
});
