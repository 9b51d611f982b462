import type { Progress } from '../../scripts/lib/progress.js';
import { type Contender, contenders, type MeasuredOperation, measuredOperations } from '../lib/contenders.js';
import { IN_FLIGHT, type Plan } from '../lib/plan.js';
import { ClientProcess, type Times } from '../processes/client-process.js';
import { ServerProcess } from '../processes/server-process.js';
import { balancedOrder } from './balanced-order.js';

/** The cost of a call in one turn. */
export interface Sample {
  readonly contender: Contender;
  readonly inFlight: number;
  readonly operation: MeasuredOperation;
  /** Elapsed time, in microseconds. */
  readonly wall: number;
  /** Processor time in all threads of the client's process, in microseconds. */
  readonly cpu: number;
  /** Bytes allocated on the heap of V8: measured once in a round, and the same for all of its turns. */
  readonly bytes: number;
}

/**
 * Measures the calls of all clients against one server. In each round every client has a new process. The clients
 * then take turns, a slice of calls each, in an order that gives all of them the same neighbours. Slices are short
 * and many: a machine is not as fast in one second as it is in the next, so that only measurements of the same
 * turn can be compared.
 */
export async function measureCalls(plan: Plan, progress: Progress): Promise<Sample[]> {
  const server = await ServerProcess.start('server.js');
  const samples: Sample[] = [];
  try {
    for (let round = 1; round <= plan.rounds; round += 1) {
      progress(`calls: round ${round} of ${plan.rounds}`);
      samples.push(...(await measureRound(plan, round, server.url)));
    }
  } finally {
    server.stop();
  }
  return samples;
}

async function measureRound({ calls }: Plan, round: number, url: string): Promise<Sample[]> {
  const clients = new Map<Contender, ClientProcess>();
  try {
    for (const contender of balancedOrder(contenders, round)) {
      clients.set(contender, await ClientProcess.start(contender, url));
    }
    await warmUp([...clients.values()], calls);
    const groups = calls.levels.flatMap((level) =>
      measuredOperations.map((operation) =>
        [...clients].map(([contender, client]) => {
          return { contender, client, operation, ...level, times: [] as Times[] };
        }),
      ),
    );
    for (let turn = 0; turn < calls.turns; turn += 1) {
      for (const group of groups) {
        for (const { client, operation, slice, inFlight, times } of balancedOrder(group, turn)) {
          times.push(await client.time(operation, slice, inFlight));
        }
      }
    }
    const samples: Sample[] = [];
    for (const { contender, client, operation, inFlight, times } of groups.flat()) {
      const bytes = await client.countAllocated(operation, calls.sampled, inFlight);
      samples.push(...times.map((taken) => ({ contender, operation, inFlight, ...taken, bytes })));
    }
    return samples;
  } finally {
    for (const client of clients.values()) client.stop();
  }
}

/**
 * Makes calls until all code is compiled. Clients take turns here too: a client that has waited for some seconds
 * opens new connections, and if it does so for the first time later, it is slow for the next thousands of calls.
 */
async function warmUp(
  clients: readonly ClientProcess[],
  { warmUp: calls, turns }: Plan['calls'],
): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const operation of measuredOperations) {
      for (const client of balancedOrder(clients, turn)) {
        await client.make(operation, calls / turns, IN_FLIGHT);
      }
    }
  }
}
