import type { Outcome } from './run-process.js';
import type { Result } from './suite/run.js';

/** What came of one runtime. */
export type Verdict =
  | { readonly runtime: string; readonly missing: string }
  | {
      readonly runtime: string;
      readonly version: string;
      /** How long the behaviours took, in milliseconds. */
      readonly ms: number;
      readonly passed: number;
      /** What does not hold, and why: a line for each. */
      readonly failures: readonly string[];
      /** What is known not to hold there, and why: a line for each. */
      readonly differences: readonly string[];
    };

/** The names of behaviours that a runtime cannot have, with the reason for each. */
export type Differences = Readonly<Record<string, string>>;

/**
 * Judges the results of a runtime. A known difference that is none any more is a failure: nobody would
 * notice if it came back.
 */
export function judge(
  runtime: string,
  version: string,
  { results, crash }: Outcome,
  known: Differences,
): Verdict {
  const isKnown = ({ name }: Result) => Object.hasOwn(known, name);
  const holding = results.filter(({ failure }) => failure === undefined);
  const failing = results.filter(({ failure }) => failure !== undefined);
  return {
    runtime,
    version,
    ms: results.reduce((sum, { ms }) => sum + ms, 0),
    passed: holding.filter((result) => !isKnown(result)).length,
    failures: [
      ...failing.filter((result) => !isKnown(result)).map(({ name, failure }) => `${name}: ${failure}`),
      ...holding.filter(isKnown).map(({ name }) => `${name}: it holds now; take it out of the differences`),
      ...(results.length === 0 ? ['nothing was tested'] : []),
      ...(crash === undefined ? [] : [crash]),
    ],
    differences: failing.filter(isKnown).map(({ name }) => `${name}: ${known[name]}`),
  };
}

/** @param inCi Whether a runtime that is missing counts as a failure. */
export function isFailure(verdict: Verdict, inCi: boolean): boolean {
  return 'missing' in verdict ? inCi : verdict.failures.length > 0;
}
