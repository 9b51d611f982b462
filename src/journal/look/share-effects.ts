/** An effect that does not say whose it is. */
export interface SharedEffect {
  readonly id: string;
  /** In ms since the Unix epoch. */
  readonly time: number;
}

/** Who may have caused effects: between two times, in ms since the Unix epoch. */
export interface Contender {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  /** Whether an effect is like its own. */
  readonly fits: (effect: SharedEffect) => boolean;
}

/**
 * Shares effects of equal worth among those who may have caused them, so that as many as possible get one. Everybody
 * who computes it from the same facts gets the same result.
 *
 * @returns The effects by the ids of their contenders.
 */
export function shareEffects<Effect extends SharedEffect>(
  effects: readonly Effect[],
  contenders: readonly Contender[],
): ReadonlyMap<string, Effect> {
  const shares = new Map<string, Effect>();
  // Each effect in turn goes to whoever can wait least for another one, which is the best there is for intervals.
  const inTurn = [...effects].sort((a, b) => a.time - b.time || compare(a.id, b.id));
  for (const effect of inTurn) {
    const [next] = contenders
      .filter(({ id, from, until, fits }) => {
        const isInWindow = effect.time >= from && effect.time <= until;
        return isInWindow && !shares.has(id) && fits(effect);
      })
      .sort((a, b) => a.until - b.until || compare(a.id, b.id));
    if (next) shares.set(next.id, effect);
  }
  return shares;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
