import { expect, it } from 'vitest';
import { createPace } from './pace.js';

it('createPace delays a request until the interval since the previous one is over', async () => {
  let time = 1000;
  const waits: number[] = [];
  const pace = createPace(300, {
    now: () => time,
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
  });
  await pace();
  expect(waits).toEqual([]);
  time += 100;
  await pace();
  expect(waits).toEqual([200]);
  time += 300;
  await pace();
  expect(waits).toEqual([200]);
});
