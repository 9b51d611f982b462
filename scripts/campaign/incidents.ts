import { createRandom, drawWeighted } from './orders/random.js';

/** Something that happens once in the course of a phase. */
export interface Incident {
  readonly kind: 'kill' | 'api outage' | 'store outage' | 'clock jump';
  readonly phase: number;
  /** The share of the lifecycles of the phase that have advanced by then. */
  readonly after: number;
}

/** Most of the work is in the first phase with faults, and so are most incidents. */
const PHASE_WEIGHTS = [
  [7, 0],
  [2, 1],
  [1, 2],
] as const;

/** Plans when incidents happen. */
export function planIncidents(seed: number, counts: Readonly<Record<Incident['kind'], number>>): Incident[] {
  return Object.entries(counts).flatMap(([kind, count]) => {
    const random = createRandom(seed, kind);
    return Array.from({ length: count }, () => ({
      kind: kind as Incident['kind'],
      phase: drawWeighted(random, PHASE_WEIGHTS),
      after: 0.02 + 0.95 * random(),
    }));
  });
}
