import { GCProfiler } from 'node:v8';

/**
 * Makes so many calls, so many of them at the same time.
 *
 * @param {() => Promise<unknown>} call
 * @param {number} calls
 * @param {number} inFlight
 */
export async function make(call, calls, inFlight) {
  let left = calls;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
}

/** How many times each connection is used before calls are timed. */
const REOPENING = 4;

/** What a call took in microseconds: `wall` on the clock, `cpu` on the processor in all threads. */
export async function time(call, calls, inFlight) {
  // While others had their turn, idle connections were closed.
  await make(call, REOPENING * inFlight, inFlight);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await make(call, calls, inFlight);
  const wall = ((performance.now() - started) * 1000) / calls;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / calls };
}

/** What a call allocated on the heap of V8, in bytes: what the heap grew by between its collections. */
export async function allocated(call, calls, inFlight) {
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

/** What is in use of the heap once its garbage is collected, in bytes. */
export function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
