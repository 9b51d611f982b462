import { GCProfiler } from 'node:v8';

/**
 * Makes a number of calls, `inFlight` of them at the same time.
 *
 * @param {() => Promise<unknown>} call
 * @param {number} calls
 * @param {number} inFlight
 */
export async function make(call, calls, inFlight) {
  let left = calls;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

/** How often each connection is used before calls are timed. */
const RECONNECTING = 4;

/** Measures the time of a call in microseconds: `wall` is elapsed time, `cpu` is processor time in all threads. */
export async function time(call, calls, inFlight) {
  // Idle connections were closed while other clients had their turn.
  await make(call, RECONNECTING * inFlight, inFlight);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await make(call, calls, inFlight);
  const wall = ((performance.now() - started) * 1000) / calls;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / calls };
}

/** Counts the bytes that a call allocates on the heap of V8: the growth of the heap between garbage collections. */
export async function countAllocated(call, calls, inFlight) {
  globalThis.gc();
  const profiler = new GCProfiler();
  profiler.start();
  let from = process.memoryUsage().heapUsed;
  await make(call, calls, inFlight);
  const end = process.memoryUsage().heapUsed;
  let bytes = 0;
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    bytes += beforeGC.heapStatistics.usedHeapSize - from;
    from = afterGC.heapStatistics.usedHeapSize;
  }
  return (bytes + end - from) / calls;
}

/** Measures the heap in use after garbage collection, in bytes. */
export function measureHeap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
