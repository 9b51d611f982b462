/** How many calls are in flight, unless something else is said. */
export const IN_FLIGHT = 8;

/** A number of requests in flight, and how many calls are made with it. */
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
    /** Turns in a round: a multiple of the number of clients, so that each has every position equally often. */
    readonly turns: number;
    readonly levels: readonly Level[];
    /** Calls of each operation whose allocations are counted. */
    readonly sampled: number;
  };
  readonly journal: {
    readonly rounds: number;
    /** Writes of each operation that are not counted, made in as many turns as those that are. */
    readonly warmUp: number;
    /** Turns in a round: an even number, so that a journal and the client alone go first equally often. */
    readonly turns: number;
    /** Writes that are timed in one turn. */
    readonly slice: number;
    /** Writes whose requests and entries in the store are counted. */
    readonly counted: number;
  };
  readonly observer: {
    readonly rounds: number;
    /** Calls of each operation that are not counted, made in as many turns as those that are. */
    readonly warmUp: number;
    /** Turns in a round: an even number, so that each client goes first equally often. */
    readonly turns: number;
    /** Calls that are timed in one turn. */
    readonly slice: number;
  };
  /**
   * A client that has made `calls` and a client that has made `before` take turns. `pairs` is the number of such
   * pairs of clients.
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

/** @param quick Measures enough to see that everything works, and too little to rely on the figures. */
export function createPlan(quick: boolean): Plan {
  const measure = (full: number, short: number) => (quick ? short : full);
  return {
    quick,
    rounds: measure(16, 1),
    calls: {
      warmUp: measure(8_000, 1_500),
      turns: 12,
      levels: [
        { inFlight: IN_FLIGHT, slice: measure(300, 100) },
        { inFlight: 64, slice: measure(200, 100) },
        { inFlight: 1, slice: measure(30, 20) },
      ],
      sampled: measure(500, 100),
    },
    journal: {
      rounds: measure(8, 1),
      warmUp: measure(8_000, 1_600),
      turns: measure(20, 4),
      slice: measure(300, 100),
      counted: 50,
    },
    observer: {
      rounds: measure(4, 1),
      // More than an observer checks before its limit per second holds.
      warmUp: measure(60_000, 1_600),
      turns: measure(40, 4),
      slice: measure(1_000, 200),
    },
    long: {
      pairs: measure(2, 1),
      calls: measure(1_000_000, 30_000),
      before: measure(10_000, 5_000),
      turns: measure(20, 5),
      slice: measure(2_000, 1_000),
    },
    imports: measure(15, 3),
    typeChecks: measure(3, 1),
    regenerations: measure(3, 1),
    sandbox: { rounds: measure(7, 2), pairs: measure(500, 50), payments: measure(100_000, 10_000) },
  };
}
