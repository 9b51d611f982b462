import type { Progress } from '../../scripts/lib/progress.js';
import { IN_FLIGHT, type Plan } from '../lib/plan.js';
import { compareTimes, computeTimes, type TimeSpreads } from '../lib/spread.js';
import { AS_IF_BUSY, type Times } from '../processes/client-process.js';
import { ScriptProcess } from '../processes/script-process.js';
import { ServerProcess } from '../processes/server-process.js';
import { balancedOrder } from './balanced-order.js';

/** How a write is made. */
type Way = 'plain' | 'journal' | 'exclusive';

/** The writes that are measured through a journal. Only refunds differ when the journal is exclusive. */
const WRITES = [
  { name: 'requestPayment', operation: 'requestPayment', way: 'journal' },
  { name: 'refundPayment', operation: 'refundPayment', way: 'journal' },
  { name: 'exclusive refundPayment', operation: 'refundPayment', way: 'exclusive' },
] as const;

export type JournalWrite = (typeof WRITES)[number];

/** What healthy writes need. */
interface Costs {
  /** Of all writes, with that for the token. */
  readonly requests: number;
  /** Of the store, at most for one write. */
  readonly writes: number;
  /** Of those, before the first request. */
  readonly writesBefore: number;
  readonly reads: number;
}

/** A healthy write on undici through a journal with a store in memory. Times are in microseconds. */
export type JournalFigures = JournalWrite &
  Omit<Costs, 'requests'> &
  TimeSpreads & {
    /** As multiples of the same write by the client alone. */
    readonly overPlain: TimeSpreads;
    /** More requests than the client alone sends, for as many writes. */
    readonly extraRequests: number;
  };

/**
 * Measures writes through a journal, and by the client alone. Each has a process, and the two that are compared take
 * turns.
 */
export async function measureJournal({ journal }: Plan, progress: Progress): Promise<JournalFigures[]> {
  const server = await ServerProcess.start('server.js');
  const rounds: Measured[][] = [];
  try {
    for (let round = 1; round <= journal.rounds; round += 1) {
      progress(`journal: round ${round} of ${journal.rounds}`);
      rounds.push(await measureRound(journal, server.url));
    }
  } finally {
    server.stop();
  }
  return WRITES.map((write, index) =>
    summarize(
      write,
      rounds.flatMap((round) => round[index] ?? []),
    ),
  );
}

/** A write through a journal, and by the client alone. */
interface Measured {
  readonly times: readonly Times[];
  readonly plainTimes: readonly Times[];
  readonly costs: Costs;
  readonly plainCosts: Costs;
}

async function measureRound(plan: Plan['journal'], url: string): Promise<Measured[]> {
  const processes = new Map<Way, ScriptProcess>();
  try {
    for (const way of ['plain', 'journal', 'exclusive'] as const) {
      const started = new ScriptProcess('journal.js', [way, url], AS_IF_BUSY);
      processes.set(way, started);
      await started.next();
    }
    const measured: Measured[] = [];
    for (const { operation, way } of WRITES) {
      const pair = (['plain', way] as const).map((one) => {
        const script = processes.get(one) as ScriptProcess;
        return {
          times: [] as Times[],
          request: <Message>(task: string, calls: number) =>
            script.request<Message>({ task, operation, calls, inFlight: IN_FLIGHT }),
        };
      });
      for (let turn = 0; turn < plan.turns; turn += 1) {
        for (const { request } of balancedOrder(pair, turn)) await request('make', plan.warmUp / plan.turns);
      }
      for (let turn = 0; turn < plan.turns; turn += 1) {
        for (const { times, request } of balancedOrder(pair, turn)) {
          times.push(await request<Times>('time', plan.slice));
        }
      }
      const [plain, through] = pair as [(typeof pair)[0], (typeof pair)[0]];
      measured.push({
        times: through.times,
        plainTimes: plain.times,
        costs: await through.request('count', plan.counted),
        plainCosts: await plain.request('count', plan.counted),
      });
    }
    return measured;
  } finally {
    for (const script of processes.values()) script.stop();
  }
}

function summarize(write: JournalWrite, rounds: readonly Measured[]): JournalFigures {
  const times = rounds.flatMap((round) => round.times);
  const plainTimes = rounds.flatMap((round) => round.plainTimes);
  const most = (measure: (round: Measured) => number) => Math.max(...rounds.map(measure));
  return {
    ...write,
    ...computeTimes(times),
    overPlain: compareTimes(times, plainTimes),
    writes: most(({ costs }) => costs.writes),
    writesBefore: most(({ costs }) => costs.writesBefore),
    reads: most(({ costs }) => costs.reads),
    extraRequests: most(({ costs, plainCosts }) => costs.requests - plainCosts.requests),
  };
}
