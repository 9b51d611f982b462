/** One small change of the project that a test has to notice. */
export interface Mutant {
  /** Names it in reports and excuses: the same as long as the place that it changes stays the same. */
  readonly name: string;
  /** The kind of change. */
  readonly mutator: string;
}

/** What became of a mutant. */
export interface MutantResult extends Mutant {
  /** The check that noticed it; undefined when it survived. */
  readonly killedBy: string | undefined;
  /** What that check said. */
  readonly detail: string;
}
