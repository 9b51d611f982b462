import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzzRequests } from '../testing/fuzz/fuzz-requests.js';
import { FuzzTarget } from '../testing/fuzz/fuzz-target.js';
import { measureHeap } from '../testing/heap.js';

const MEGABYTE = 1024 * 1024;

it('responds to 10 000 fuzz requests without a server error, and keeps none of them in memory', async () => {
  const target = await FuzzTarget.open();
  const sendAll = async (count: number) => {
    await fc.assert(
      fc.asyncProperty(fuzzRequests, (request) => target.send(request)),
      { numRuns: count },
    );
    await target.reset();
    return measureHeap();
  };

  const before = await sendAll(2000);
  const after = await sendAll(8000);

  expect((after - before) / MEGABYTE).toBeLessThan(5);
});
