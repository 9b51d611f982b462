import type { Deviation, ResponseFindings } from '../findings/deviations.js';
import { findBasis } from './basis.js';
import type { CheckContext, Comparison } from './history/comparison.js';
import type { History } from './history/history.js';
import { MEANING_CHECKS } from './meaning-checks.js';
import { type ComparedDeviation, relateDeviations } from './relate-deviations.js';

/** What a check of meaning found in a run. */
export interface MeaningResult {
  readonly check: string;
  readonly compares: string;
  /** How many comparisons the run allowed. */
  readonly comparisons: number;
  /** Its deviations, those included that follow from another one. */
  readonly deviations: number;
  /** The reason why nothing was compared; empty if something was. */
  readonly reason: string;
}

/**
 * Checks what the responses of a run mean.
 *
 * @param found What the responses show by themselves. What a wrong shape explains is not reported again.
 * @returns All deviations: those of the shape as well, with what follows from each. `failed` are the names of the
 * checks that ended with an error.
 */
export function checkMeaning(
  history: History,
  context: CheckContext,
  found: ResponseFindings,
): {
  readonly results: readonly MeaningResult[];
  readonly deviations: readonly Deviation[];
  readonly failed: readonly string[];
} {
  const explained = new Set(
    [...found.places, ...found.newMembers].map(({ operationId, status, place }) =>
      placeKey(operationId, status, place),
    ),
  );
  const newMembers = new Set(
    found.newMembers.map(({ operationId, place }) => JSON.stringify([operationId, place])),
  );
  const isExplained = ({ exchange, place, dependsOn = [] }: Comparison) =>
    explained.has(placeKey(exchange.operationId, exchange.status, place)) ||
    dependsOn.some(
      (one) => one.check === undefined && newMembers.has(JSON.stringify([one.operationId, one.place])),
    );
  const compared = new Map<string, ComparedDeviation>();
  const failed: string[] = [];
  const results = MEANING_CHECKS.map(({ name, compares, needs, compare, isNeverExplained }) => {
    const { comparisons, failure } = tryCompare(() => compare(history, context));
    if (failure !== undefined) failed.push(name);
    const before = compared.size;
    for (const comparison of comparisons) {
      const isReported = !comparison.holds && (isNeverExplained || !isExplained(comparison));
      if (isReported) addDeviation(compared, name, comparison);
    }
    return {
      check: name,
      compares,
      comparisons: comparisons.length,
      deviations: compared.size - before,
      reason: failure ?? (comparisons.length === 0 ? needs : ''),
    };
  });
  return { results, deviations: relateDeviations(found.deviations, [...compared.values()]), failed };
}

/** A response that a check cannot handle does not end the run. The message of an error could quote the response. */
function tryCompare(compare: () => readonly Comparison[]): {
  readonly comparisons: readonly Comparison[];
  readonly failure?: string;
} {
  try {
    return { comparisons: compare() };
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    return { comparisons: [], failure: `it ended with an unexpected ${name}` };
  }
}

/** Adds a deviation once for an operation, a status, a place and a problem. */
function addDeviation(compared: Map<string, ComparedDeviation>, check: string, comparison: Comparison): void {
  const { exchange, place, problem, dependsOn = [] } = comparison;
  const { operationId, status, what } = exchange;
  const key = JSON.stringify([check, operationId, status, place, problem]);
  const earlier = compared.get(key);
  const probes = [...new Set([...(earlier?.deviation.probes ?? []), what])];
  const meaning = earlier?.deviation.meaning ?? { check, basis: findBasis(comparison) };
  compared.set(key, {
    deviation: { operationId, status, place, problem, judges: [], probes, meaning },
    dependsOn: [...(earlier?.dependsOn ?? []), ...dependsOn],
  });
}

function placeKey(operationId: string, status: number | null, place: string): string {
  return JSON.stringify([operationId, status, place]);
}
