import { readFileSync } from 'node:fs';
import { afterAll } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** The processor time of a test file, including that of processes that it started and that have ended, in seconds. */
    cpuSeconds?: number;
  }
}

const start = measureCpuTime();

// biome-ignore lint/correctness/noEmptyPattern: Vitest accepts nothing but a pattern.
afterAll(({}, file) => {
  file.meta.cpuSeconds = measureCpuTime() - start;
});

/** The processor time of this process and of those that it started, in seconds. */
function measureCpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + measureChildren();
}

/** The processor time of processes that this one started and that have ended. Only Linux tells it. */
function measureChildren(): number {
  if (process.platform !== 'linux') return 0;
  // cutime and cstime of proc(5), in hundredths of a second. The name before them can contain anything but `)`.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
