import type { Plan } from '../plan.js';
import type { Progress } from '../progress.js';
import { fill, type Memory } from '../sandbox/memory.js';
import { type Race, race, type Times } from '../sandbox/race.js';
import { ratioOf, type Spread, spreadOf } from '../spread.js';

/** A payment created and captured on both servers. */
export interface Duel {
  readonly inFlight: number;
  readonly measure: keyof Times;
  /** In milliseconds. */
  readonly sandbox: Spread;
  /** In milliseconds. */
  readonly prism: Spread;
  /** The sandbox's share of Prism's. */
  readonly ratio: Spread;
}

export interface SandboxFigures {
  readonly duels: readonly Duel[];
  readonly memory: Memory;
}

/** Measures the built sandbox beside Prism, and how much it holds. */
export async function measureSandbox({ sandbox }: Plan, progress: Progress): Promise<SandboxFigures> {
  const { rounds, pairs, payments } = sandbox;
  const duels: Duel[] = [];
  for (const inFlight of [8, 64]) duels.push(...duelsOf(await race(inFlight, rounds, pairs, progress)));
  return { duels, memory: await fill(payments, progress) };
}

function duelsOf({ inFlight, sandbox, prism }: Race): Duel[] {
  return (['wall', 'cpu'] as const).map((measure) => ({
    inFlight,
    measure,
    sandbox: spreadOf(sandbox[measure]),
    prism: spreadOf(prism[measure]),
    ratio: ratioOf(sandbox[measure], prism[measure]),
  }));
}
