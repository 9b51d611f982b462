import type { Candidate } from './list-candidates.js';

/** Who may have caused effects: between two times, in ms since the Unix epoch. */
export interface Contender {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  /** Whether an effect is like its own. */
  readonly fits: (effect: Candidate) => boolean;
}

/** Whether a contender may have caused an effect. */
export function mayHaveCaused({ from, until, fits }: Contender, effect: Candidate): boolean {
  return effect.time >= from && effect.time <= until && fits(effect);
}

/**
 * Shares effects of equal worth among those who may have caused them, so that as many as possible get one. Everybody
 * who computes it from the same facts gets the same result.
 *
 * @returns The effects by the ids of their contenders.
 */
export function shareEffects(
  effects: readonly Candidate[],
  contenders: readonly Contender[],
): ReadonlyMap<string, Candidate> {
  const shares = new Map<string, Candidate>();
  // Each effect in turn goes to whoever can wait least for another one, which is the best there is for intervals.
  const inTurn = [...effects].sort((a, b) => a.time - b.time || compare(a.id, b.id));
  for (const effect of inTurn) {
    const [next] = contenders
      .filter((one) => !shares.has(one.id) && mayHaveCaused(one, effect))
      .sort((a, b) => a.until - b.until || compare(a.id, b.id));
    if (next) shares.set(next.id, effect);
  }
  return shares;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
