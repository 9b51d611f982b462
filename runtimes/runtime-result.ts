import type { BehaviourResult } from './suite/run-behaviours.js';
import type { SuiteRun } from './suite-run.js';

/** The result of testing one runtime. */
export type RuntimeResult =
  | { readonly runtime: string; readonly missing: string }
  | {
      readonly runtime: string;
      readonly version: string;
      /** How long the behaviours took, in ms. */
      readonly ms: number;
      readonly passed: number;
      /** The behaviours that fail, with the reason: a line for each. */
      readonly failures: readonly string[];
      /** The behaviours that are known to fail there, with the reason: a line for each. */
      readonly differences: readonly string[];
    };

/** The names of behaviours that a runtime cannot have, with the reason for each. */
export type Differences = Readonly<Record<string, string>>;

/**
 * Summarizes a run of the suite. A known difference that passes is a failure: it would hide a later one.
 *
 * @param known The known differences of the runtime.
 */
export function summarizeRun(
  runtime: string,
  version: string,
  { results, crash }: SuiteRun,
  known: Differences = {},
): RuntimeResult {
  const isKnown = ({ name }: BehaviourResult) => Object.hasOwn(known, name);
  const passing = results.filter(({ failure }) => failure === undefined);
  const failing = results.filter(({ failure }) => failure !== undefined);
  return {
    runtime,
    version,
    ms: results.reduce((sum, { ms }) => sum + ms, 0),
    passed: passing.filter((result) => !isKnown(result)).length,
    failures: [
      ...failing.filter((result) => !isKnown(result)).map(({ name, failure }) => `${name}: ${failure}`),
      ...passing.filter(isKnown).map(({ name }) => `${name}: passes now; remove it from differences.ts`),
      ...(results.length === 0 ? ['nothing was tested'] : []),
      ...(crash === undefined ? [] : [crash]),
    ],
    differences: failing.filter(isKnown).map(({ name }) => `${name}: ${known[name]}`),
  };
}

/** @param inCi Whether a missing runtime is a failure. */
export function isFailure(result: RuntimeResult, inCi: boolean): boolean {
  return 'missing' in result ? inCi : result.failures.length > 0;
}
