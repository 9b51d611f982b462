import { createHash } from 'node:crypto';
import type { Mutant } from './runner/mutant.js';

/**
 * Draws mutants. The same seed draws the same, and a mutant that is added or removed changes no other place of
 * the sample.
 *
 * @param size How many to draw; undefined for all.
 */
export function sampleMutants<M extends Mutant>(
  mutants: readonly M[],
  size: number | undefined,
  seed: number,
): readonly M[] {
  if (size === undefined || size >= mutants.length) return mutants;
  const drawn = mutants
    .map((mutant) => ({ mutant, lot: createHash('sha256').update(`${seed} ${mutant.name}`).digest('hex') }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant);
  return mutants.filter((mutant) => drawn.includes(mutant));
}
