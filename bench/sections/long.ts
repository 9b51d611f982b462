import type { Plan } from '../plan.js';
import { ask } from '../processes/ask.js';
import { ServerProcess } from '../processes/server-process.js';
import type { Progress } from '../progress.js';

/** What calls took at one time of the life of a client: the medians of ten slices. */
export interface Window {
  /** On the clock, in microseconds for each call. */
  readonly wall: number;
  /** On the processor, in microseconds for each call. */
  readonly cpu: number;
  /** In use after the calls and a collection of garbage, in bytes. */
  readonly heap: number;
}

/** One client of `lddpay` on undici, early and late in many calls. */
export interface LongRun {
  readonly calls: number;
  readonly window: number;
  readonly early: Window;
  readonly late: Window;
}

const IN_FLIGHT = 8;

/** Lets one client make many calls, and compares its last ones with its first. */
export async function measureLongRun({ long }: Plan, progress: Progress): Promise<LongRun> {
  progress(`million: ${long.calls} calls of one client`);
  const server = await ServerProcess.start('server.js');
  try {
    const task = { url: server.url, inFlight: IN_FLIGHT, ...long };
    const answer = await ask<Pick<LongRun, 'early' | 'late'>>('long.js', [JSON.stringify(task)]);
    return { calls: long.calls, window: long.window, ...answer };
  } finally {
    server.stop();
  }
}
