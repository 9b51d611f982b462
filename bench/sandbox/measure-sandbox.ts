import type { Progress } from '../../scripts/lib/progress.js';
import { IN_FLIGHT, type Plan } from '../lib/plan.js';
import { computeRatio, computeSpread, type Spread } from '../lib/spread.js';
import { type ComparedTimes, compareServers, type ServerTimes } from './compare-servers.js';
import { type MemoryUsage, measureMemory } from './measure-memory.js';

/** The times of a payment that is created and captured on both servers. */
export interface ServerComparison {
  readonly inFlight: number;
  readonly measure: keyof ServerTimes;
  /** In ms. */
  readonly sandbox: Spread;
  /** In ms. */
  readonly prism: Spread;
  /** The sandbox as a multiple of Prism. */
  readonly ratio: Spread;
}

/** The figures of the sandbox. */
export interface SandboxFigures {
  /** Named as in the file of results. */
  readonly duels: readonly ServerComparison[];
  readonly memory: MemoryUsage;
}

/** Measures the built sandbox and Prism, and the memory of the sandbox. */
export async function measureSandbox({ sandbox }: Plan, progress: Progress): Promise<SandboxFigures> {
  const { rounds, pairs, payments } = sandbox;
  const duels: ServerComparison[] = [];
  for (const inFlight of [IN_FLIGHT, 64]) {
    duels.push(...summarize(inFlight, await compareServers(inFlight, rounds, pairs, progress)));
  }
  return { duels, memory: await measureMemory(payments, progress) };
}

function summarize(inFlight: number, { sandbox, prism }: ComparedTimes): ServerComparison[] {
  return (['wall', 'cpu'] as const).map((measure) => ({
    inFlight,
    measure,
    sandbox: computeSpread(sandbox[measure]),
    prism: computeSpread(prism[measure]),
    ratio: computeRatio(sandbox[measure], prism[measure]),
  }));
}
