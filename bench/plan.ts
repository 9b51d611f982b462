/** How many calls are made with so many in flight. */
export interface Level {
  readonly inFlight: number;
  /** Calls of each operation that are timed in one turn. */
  readonly slice: number;
}

/** How much of everything is measured. */
export interface Plan {
  readonly quick: boolean;
  /** Fresh processes for each client: two of the same client differ by more than its turns do. */
  readonly rounds: number;
  readonly calls: {
    /** Calls of each operation that are not counted, made in as many turns as those that are. */
    readonly warmUp: number;
    /** Turns in a round: a multiple of the number of clients, so that each has every place equally often. */
    readonly turns: number;
    readonly levels: readonly Level[];
    /** Calls of each operation whose allocations are counted. */
    readonly sampled: number;
  };
  /**
   * `calls` of one client; then it and another one, which has made those `before`, take turns. All of that
   * for some `pairs` of them.
   */
  readonly long: {
    readonly pairs: number;
    readonly calls: number;
    readonly before: number;
    readonly turns: number;
    readonly slice: number;
  };
  /** Fresh processes for each package. */
  readonly imports: number;
  readonly typeChecks: number;
  readonly regenerations: number;
  /** A pair is a payment created and captured. */
  readonly sandbox: { readonly rounds: number; readonly pairs: number; readonly payments: number };
}

export const FULL: Plan = {
  quick: false,
  rounds: 16,
  calls: {
    warmUp: 8_000,
    turns: 10,
    levels: [
      { inFlight: 8, slice: 300 },
      { inFlight: 64, slice: 200 },
      { inFlight: 1, slice: 30 },
    ],
    sampled: 500,
  },
  long: { pairs: 2, calls: 1_000_000, before: 10_000, turns: 20, slice: 2_000 },
  imports: 15,
  typeChecks: 3,
  regenerations: 3,
  sandbox: { rounds: 7, pairs: 500, payments: 100_000 },
};

/** To see that everything works: too little to rely on the figures. */
export const QUICK: Plan = {
  quick: true,
  rounds: 1,
  calls: {
    warmUp: 1_500,
    turns: 10,
    levels: [
      { inFlight: 8, slice: 100 },
      { inFlight: 64, slice: 100 },
      { inFlight: 1, slice: 20 },
    ],
    sampled: 100,
  },
  long: { pairs: 1, calls: 30_000, before: 5_000, turns: 5, slice: 1_000 },
  imports: 3,
  typeChecks: 1,
  regenerations: 1,
  sandbox: { rounds: 2, pairs: 50, payments: 10_000 },
};
