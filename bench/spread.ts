/** The middle of some figures, the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/** Of an even number of figures, the greater one of the middle. All are NaN when there is no figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), greatest: at(sorted.length - 1) };
}

/** The first figures as multiples of the second ones, each of those of the same round. */
export function ratioOf(figures: readonly number[], others: readonly number[]): Spread {
  return spreadOf(figures.map((figure, index) => figure / (others[index] ?? Number.NaN)));
}
