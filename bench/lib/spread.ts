/** The median of some figures and the quartiles around it: half of the figures lie between those. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** The spreads of elapsed times, and of processor times. */
export interface TimeSpreads {
  readonly wall: Spread;
  readonly cpu: Spread;
}

type Times = Readonly<Record<keyof TimeSpreads, number>>;

/** Computes the spread of figures. All are NaN when there is no figure. */
export function computeSpread(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  return {
    median: medianOf(sorted),
    lower: medianOf(sorted.slice(0, half)),
    upper: medianOf(sorted.slice(-half)),
  };
}

/** The figure in the middle, or the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): number {
  const last = sorted.length - 1;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
}

/** Computes the first figures as multiples of the second ones, each of those of the same turn. */
export function computeRatio(figures: readonly number[], others: readonly number[]): Spread {
  return computeSpread(figures.map((figure, index) => figure / (others[index] ?? Number.NaN)));
}

/** Computes the spreads of times. */
export function computeTimes(times: readonly Times[]): TimeSpreads {
  return {
    wall: computeSpread(times.map(({ wall }) => wall)),
    cpu: computeSpread(times.map(({ cpu }) => cpu)),
  };
}

/** Computes the first times as multiples of the second ones, each of those of the same turn. */
export function compareTimes(times: readonly Times[], others: readonly Times[]): TimeSpreads {
  const compare = (measure: keyof Times) =>
    computeRatio(
      times.map((one) => one[measure]),
      others.map((one) => one[measure]),
    );
  return { wall: compare('wall'), cpu: compare('cpu') };
}
