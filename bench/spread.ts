/** The middle of some figures, and the quartiles around it: half of the figures lie between those. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** Of two figures in the middle, the greater one. All are NaN when there is no figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}

/** The first figures as multiples of the second ones, each of those of the same turn. */
export function ratioOf(figures: readonly number[], others: readonly number[]): Spread {
  return spreadOf(figures.map((figure, index) => figure / (others[index] ?? Number.NaN)));
}
