import type { Plan } from '../plan.js';
import { ClientProcess, type Times } from '../processes/client-process.js';
import { ServerProcess } from '../processes/server-process.js';
import type { Progress } from '../progress.js';
import { ratioOf, type Spread, spreadOf } from '../spread.js';

/** Clients of `lddpay` on undici that have made many calls, beside others that have made few. */
export interface LongRun {
  /** How many calls the ones have made. */
  readonly calls: number;
  /** How many calls the others have made. */
  readonly before: number;
  /** In microseconds for each call. */
  readonly late: { readonly wall: Spread; readonly cpu: Spread };
  /** In microseconds for each call. */
  readonly early: { readonly wall: Spread; readonly cpu: Spread };
  /** Turn by turn. */
  readonly lateOverEarly: { readonly wall: Spread; readonly cpu: Spread };
  /** How many bytes more the heap holds after the many calls than it did after the few. */
  readonly growth: Spread;
}

const CONTENDER = 'lddpay-undici';
const OPERATION = 'create';
const IN_FLIGHT = 8;

/**
 * Lets clients make many calls, and compares their next ones with those of clients that are new. They take
 * turns: a machine is not as fast in one minute as it is in the next.
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
  const figures = (who: 'late' | 'early', measure: keyof Times) =>
    pairs.flatMap((pair) => pair[who].map((times) => times[measure]));
  const both = <T>(of: (measure: keyof Times) => T) => ({ wall: of('wall'), cpu: of('cpu') });
  return {
    calls: long.calls,
    before: long.before,
    late: both((measure) => spreadOf(figures('late', measure))),
    early: both((measure) => spreadOf(figures('early', measure))),
    lateOverEarly: both((measure) => ratioOf(figures('late', measure), figures('early', measure))),
    growth: spreadOf(pairs.map(({ growth }) => growth)),
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
    const heap = await old.heap();
    await old.make(OPERATION, calls - before, IN_FLIGHT);
    await young.make(OPERATION, before, IN_FLIGHT);
    for (let turn = 0; turn < turns; turn += 1) {
      late.push(await old.time(OPERATION, slice, IN_FLIGHT));
      early.push(await young.time(OPERATION, slice, IN_FLIGHT));
    }
    // At the end, since V8 throws compiled code away when it is told to collect garbage.
    return { late, early, growth: (await old.heap()) - heap };
  } finally {
    old.stop();
    young.stop();
  }
}
