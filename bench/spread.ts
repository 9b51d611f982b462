/** The middle of some figures, and the quartiles around it: half of the figures lie between those. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** Where two figures are in the middle, of all or of a half, their mean. All are NaN when there is no figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  return {
    median: middleOf(sorted),
    lower: middleOf(sorted.slice(0, half)),
    upper: middleOf(sorted.slice(-half)),
  };
}

function middleOf(sorted: readonly number[]): number {
  const last = sorted.length - 1;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
}

/** The first figures as multiples of the second ones, each of those of the same turn. */
export function ratioOf(figures: readonly number[], others: readonly number[]): Spread {
  return spreadOf(figures.map((figure, index) => figure / (others[index] ?? Number.NaN)));
}
