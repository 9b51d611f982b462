/** How many calls are made with so many in flight. */
export interface Level {
  readonly inFlight: number;
  /** Calls of each operation that are not counted. */
  readonly warmUp: number;
  /** Calls of each operation that are timed. */
  readonly calls: number;
}

/** How much of everything is measured. */
export interface Plan {
  readonly quick: boolean;
  readonly rounds: number;
  readonly levels: readonly Level[];
  /** Calls of each operation whose allocations are counted. */
  readonly sampled: number;
  /** `calls` in all; a window of them is timed after those `before`, and another one at the end. */
  readonly long: { readonly calls: number; readonly before: number; readonly window: number };
  /** Fresh processes for each package. */
  readonly imports: number;
  readonly typeChecks: number;
  readonly regenerations: number;
  /** A pair is a payment created and captured. */
  readonly sandbox: { readonly rounds: number; readonly pairs: number; readonly payments: number };
}

export const FULL: Plan = {
  quick: false,
  rounds: 5,
  levels: [
    { inFlight: 8, warmUp: 3_000, calls: 10_000 },
    { inFlight: 64, warmUp: 3_000, calls: 5_000 },
    { inFlight: 1, warmUp: 1_000, calls: 1_000 },
  ],
  sampled: 1_000,
  long: { calls: 1_000_000, before: 10_000, window: 50_000 },
  imports: 15,
  typeChecks: 3,
  regenerations: 3,
  sandbox: { rounds: 7, pairs: 500, payments: 100_000 },
};

/** To see that everything works: too little to rely on the figures. */
export const QUICK: Plan = {
  quick: true,
  rounds: 1,
  levels: [
    { inFlight: 8, warmUp: 1_500, calls: 1_000 },
    { inFlight: 64, warmUp: 500, calls: 300 },
    { inFlight: 1, warmUp: 300, calls: 200 },
  ],
  sampled: 100,
  long: { calls: 30_000, before: 5_000, window: 5_000 },
  imports: 3,
  typeChecks: 1,
  regenerations: 1,
  sandbox: { rounds: 2, pairs: 50, payments: 10_000 },
};
