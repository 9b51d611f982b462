import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Measures how much of the heap is in use after garbage collection, in bytes. */
export async function measureHeap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Objects that a finalizer releases are only collected after the next turn of the event loop.
  for (let round = 0; round < 3; round += 1) {
    collect();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed;
}
