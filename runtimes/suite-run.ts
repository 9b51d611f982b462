import type { BehaviourResult } from './suite/run-behaviours.js';

/** A run of the suite on one runtime. */
export interface SuiteRun {
  readonly results: readonly BehaviourResult[];
  /** Why it did not reach its end; undefined when it did. */
  readonly crash?: string | undefined;
}

/** How long a runtime may take for the whole suite, in ms. */
export const SUITE_TIMEOUT = 120_000;

/** Parses a line that the suite printed. Any other line is a failure, since nothing else may print. */
export function parseResult(line: string): BehaviourResult {
  try {
    return JSON.parse(line) as BehaviourResult;
  } catch {
    return { name: 'only results are printed', ms: 0, left: 0, failure: line };
  }
}

/** Names the last behaviour that a run completed, for the message of a crash. */
export function lastCompleted(results: readonly BehaviourResult[]): string {
  return results.at(-1)?.name ?? 'its start';
}
