import type { Plan } from '../plan.js';
import { ask } from '../processes/ask.js';
import { ServerProcess } from '../processes/server-process.js';
import type { Progress } from '../progress.js';

/** The clients, by the names of their modules in `contenders/`, and what they are called. */
export const CONTENDERS = {
  'lddpay-undici': 'lddpay on undici',
  'lddpay-fetch': 'lddpay on fetch',
  pool: 'undici Pool.request',
  'undici-request': 'undici.request',
  fetch: 'global fetch',
  'openapi-fetch': 'openapi-fetch alone',
  redocly: 'redocly generate-client',
  stripe: 'stripe-node',
  openai: 'openai-node',
  checkout: 'checkout-sdk-node',
} as const;

export type Contender = keyof typeof CONTENDERS;
export const contenders = Object.keys(CONTENDERS) as Contender[];

export type Operation = 'create' | 'get';
export const operations = ['create', 'get'] as const;

/** What a call took in one process. */
export interface Sample {
  readonly round: number;
  readonly contender: Contender;
  readonly inFlight: number;
  readonly operation: Operation;
  /** On the clock, in microseconds. */
  readonly wall: number;
  /** On the processor, in all threads of the client's process, in microseconds. */
  readonly cpu: number;
  /** Allocated on the heap of V8, in bytes. */
  readonly bytes: number;
}

/**
 * Measures the calls of all clients against one server. Every figure is from a process of its own, and the
 * clients take turns, so that all of them have the same neighbours.
 */
export async function measureCalls(plan: Plan, progress: Progress): Promise<Sample[]> {
  const { rounds, levels, sampled } = plan;
  const server = await ServerProcess.start('server.js');
  const samples: Sample[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const { inFlight, warmUp, calls } of levels) {
        progress(`calls: round ${round} of ${rounds}, ${inFlight} in flight`);
        for (const contender of contenders) {
          const task = { contender, url: server.url, inFlight, warmUp, calls, sampled };
          const answer = await ask<Pick<Sample, 'operation' | 'wall' | 'cpu' | 'bytes'>[]>('call.js', [
            JSON.stringify(task),
          ]);
          samples.push(...answer.map((figures) => ({ round, contender, inFlight, ...figures })));
        }
      }
    }
  } finally {
    server.stop();
  }
  return samples;
}
