import { expect, it } from 'vitest';
import { createPace } from './pace.js';

it('createPace delays a request until the interval since the previous one and what postpones it are over', async () => {
  let time = 1000;
  const waits: number[] = [];
  const pace = createPace(300, {
    now: () => time,
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
  });
  await pace.next();
  expect(waits).toEqual([]);
  time += 100;
  await pace.next();
  expect(waits).toEqual([200]);
  time += 300;
  await pace.next();
  expect(waits).toEqual([200]);
  pace.postpone(1000);
  pace.postpone(10);
  await pace.next();
  expect(waits).toEqual([200, 1000]);
});
