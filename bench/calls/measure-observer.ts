import type { Progress } from '../../scripts/lib/progress.js';
import { type MeasuredOperation, measuredOperations } from '../lib/contenders.js';
import { IN_FLIGHT, type Plan } from '../lib/plan.js';
import { compareTimes, computeTimes, type TimeSpreads } from '../lib/spread.js';
import { ClientProcess, type Times } from '../processes/client-process.js';
import { ServerProcess } from '../processes/server-process.js';
import { balancedOrder } from './balanced-order.js';

/** Calls on undici with an observer and its default sample of 1 %, in microseconds. */
export interface ObserverFigures extends TimeSpreads {
  readonly operation: MeasuredOperation;
  /** As multiples of the same call without it. */
  readonly overPlain: TimeSpreads;
}

/** Measures calls with an observer, and without. Each client has a process, and the two take turns. */
export async function measureObserver({ observer }: Plan, progress: Progress): Promise<ObserverFigures[]> {
  const server = await ServerProcess.start('server.js');
  const rounds: Pair[] = [];
  try {
    for (let round = 1; round <= observer.rounds; round += 1) {
      progress(`observer: round ${round} of ${observer.rounds}`);
      rounds.push(...(await measureRound(observer, server.url)));
    }
  } finally {
    server.stop();
  }
  return measuredOperations.map((operation) => {
    const pairs = rounds.filter((pair) => pair.operation === operation);
    const [observed, plain] = [pairs.map((pair) => pair.observed), pairs.map((pair) => pair.plain)];
    return { operation, ...computeTimes(observed), overPlain: compareTimes(observed, plain) };
  });
}

/** A call with the observer and one without, of the same turn. */
interface Pair {
  readonly operation: MeasuredOperation;
  readonly observed: Times;
  readonly plain: Times;
}

async function measureRound({ warmUp, turns, slice }: Plan['observer'], url: string): Promise<Pair[]> {
  const clients = {
    observed: await ClientProcess.start('lddpay-observed', url),
    plain: await ClientProcess.start('lddpay-undici', url),
  };
  const pairs: Pair[] = [];
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      for (const operation of measuredOperations) {
        for (const client of balancedOrder(Object.values(clients), turn)) {
          await client.make(operation, warmUp / turns, IN_FLIGHT);
        }
      }
    }
    for (let turn = 0; turn < turns; turn += 1) {
      for (const operation of measuredOperations) {
        const times: Partial<Record<keyof typeof clients, Times>> = {};
        for (const name of balancedOrder(['observed', 'plain'] as const, turn)) {
          times[name] = await clients[name].time(operation, slice, IN_FLIGHT);
        }
        pairs.push({ operation, ...(times as Omit<Pair, 'operation'>) });
      }
    }
    return pairs;
  } finally {
    for (const client of Object.values(clients)) client.stop();
  }
}
