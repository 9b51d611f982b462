import type { Progress } from '../../scripts/lib/progress.js';
import { IN_FLIGHT, type Plan } from '../lib/plan.js';
import { compareTimes, computeSpread, computeTimes, type Spread, type TimeSpreads } from '../lib/spread.js';
import { ClientProcess, type Times } from '../processes/client-process.js';
import { ServerProcess } from '../processes/server-process.js';

/** Times of clients of `lddpay` on undici that have made many calls, and of others that have made few. */
export interface LongRun {
  /** How many calls the first ones have made. */
  readonly calls: number;
  /** How many calls the others have made. */
  readonly before: number;
  /** Of the first ones, in microseconds for each call. */
  readonly late: TimeSpreads;
  /** Of the others, in microseconds for each call. */
  readonly early: TimeSpreads;
  /** The ratio within each turn. */
  readonly lateOverEarly: TimeSpreads;
  /** How many more bytes the heap contains after the many calls than after the few. */
  readonly growth: Spread;
}

const CONTENDER = 'lddpay-undici';
const OPERATION = 'create';

/**
 * Compares clients that have made many calls with new ones. They take turns: a machine is not as fast in one
 * minute as it is in the next.
 */
export async function measureLongRun({ long }: Plan, progress: Progress): Promise<LongRun> {
  const server = await ServerProcess.start('server.js');
  const pairs: Pair[] = [];
  try {
    for (let pair = 1; pair <= long.pairs; pair += 1) {
      progress(`million: ${long.calls} calls of one client, ${pair} of ${long.pairs}`);
      pairs.push(await measurePair(long, server.url));
    }
  } finally {
    server.stop();
  }
  const late = pairs.flatMap((pair) => pair.late);
  const early = pairs.flatMap((pair) => pair.early);
  return {
    calls: long.calls,
    before: long.before,
    late: computeTimes(late),
    early: computeTimes(early),
    lateOverEarly: compareTimes(late, early),
    growth: computeSpread(pairs.map(({ growth }) => growth)),
  };
}

interface Pair {
  readonly late: readonly Times[];
  readonly early: readonly Times[];
  readonly growth: number;
}

async function measurePair({ calls, before, turns, slice }: Plan['long'], url: string): Promise<Pair> {
  const old = await ClientProcess.start(CONTENDER, url);
  const young = await ClientProcess.start(CONTENDER, url);
  const late: Times[] = [];
  const early: Times[] = [];
  try {
    await old.make(OPERATION, before, IN_FLIGHT);
    const heap = await old.measureHeap();
    await old.make(OPERATION, calls - before, IN_FLIGHT);
    await young.make(OPERATION, before, IN_FLIGHT);
    for (let turn = 0; turn < turns; turn += 1) {
      late.push(await old.time(OPERATION, slice, IN_FLIGHT));
      early.push(await young.time(OPERATION, slice, IN_FLIGHT));
    }
    // At the end, since V8 discards compiled code when garbage collection is forced.
    return { late, early, growth: (await old.measureHeap()) - heap };
  } finally {
    old.stop();
    young.stop();
  }
}
