/** A difference between responses and the description. It contains no value of a response. */
export interface ObservedDeviation {
  /** The operation whose responses differ. */
  readonly operationId: string;
  /** Their HTTP status. */
  readonly status: number;
  /** `status`, `header …` or `body…`. */
  readonly place: string;
  /** The place in the body, as a JSON pointer with `*` for the items of arrays; null outside of the body. */
  readonly pointer: string | null;
  /** The keyword of the schema that is broken, or `undocumented`, `missing`, `JSON`. */
  readonly keyword: string;
  /** The problem, to be read after the place. */
  readonly problem: string;
  /** How many of the checked responses show it. */
  readonly count: number;
  /** The checker that found it. */
  readonly judges: readonly 'Ajv'[];
  /** Where it was seen. */
  readonly probes: readonly string[];
}

/** A part of the description that LDDPay's documentation does not state, and what responses say about it. */
export interface InferenceResult {
  /** The place in the description, as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** Undefined for the whole element. */
  readonly keyword: string | undefined;
  /** The component that it belongs to, or `paths`, `links`, `servers`. */
  readonly group: string;
  /** Its name within the group. */
  readonly name: string;
  /** Why the description has it. */
  readonly reason: string;
  /**
   * - `confirmed`: every response that shows it matches.
   * - `refuted`: a response does not match it.
   * - `not exercised`: no response shows it.
   */
  readonly verdict: 'refuted' | 'confirmed' | 'not exercised';
  /** The first operation and status that decide; empty when there are none. */
  readonly seen: string;
}

/**
 * What responses show about the description, in the form of the live check's report: as an issue takes it. It
 * contains no value of a response, apart from statuses.
 */
export interface ObservationReport {
  /** The operations in the order of the description, and how often each status was checked. */
  readonly answered: readonly {
    readonly operationId: string;
    readonly statuses: Readonly<Record<string, number>>;
  }[];
  /** How responses differ from the description. */
  readonly deviations: readonly ObservedDeviation[];
  /** What responses say about the parts of the description that are inferred. */
  readonly inferred: readonly InferenceResult[];
  /** What was not checked, and why. */
  readonly notes: readonly string[];
  /** Payments that may hold money: none, since an observer makes none. */
  readonly held: null;
}
