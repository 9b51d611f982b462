import type { Deviation } from '../findings/deviations.js';
import { findBasis } from './basis.js';
import type { CheckContext, Comparison } from './history/comparison.js';
import type { History } from './history/history.js';
import { MEANING_CHECKS } from './meaning-checks.js';

/** What a check of meaning found in a run. */
export interface MeaningResult {
  readonly check: string;
  readonly compares: string;
  /** How many comparisons the run allowed. */
  readonly comparisons: number;
  readonly deviations: number;
  /** The reason why nothing was compared; empty if something was. */
  readonly reason: string;
}

/**
 * Checks what the responses of a run mean.
 *
 * @param known Deviations from the shape. What a wrong shape explains is not reported again.
 */
export function checkMeaning(
  history: History,
  context: CheckContext,
  known: readonly Deviation[],
): { readonly results: readonly MeaningResult[]; readonly deviations: readonly Deviation[] } {
  const explained = new Set(
    known.map(({ operationId, status, place }) => showPlace(operationId, status, place)),
  );
  const deviations = new Map<string, Deviation>();
  const results = MEANING_CHECKS.map(({ name, compares, needs, compare }) => {
    const comparisons = compare(history, context);
    const before = deviations.size;
    for (const comparison of comparisons.filter(({ holds }) => !holds)) {
      const { operationId, status } = comparison.exchange;
      if (explained.has(showPlace(operationId, status, comparison.place))) continue;
      addDeviation(deviations, name, comparison);
    }
    return {
      check: name,
      compares,
      comparisons: comparisons.length,
      deviations: deviations.size - before,
      reason: comparisons.length === 0 ? needs : '',
    };
  });
  return { results, deviations: [...deviations.values()] };
}

/** Adds a deviation once for an operation, a status, a place and a problem. */
function addDeviation(deviations: Map<string, Deviation>, check: string, comparison: Comparison): void {
  const { exchange, place, problem } = comparison;
  const { operationId, status, what } = exchange;
  const key = JSON.stringify([check, operationId, status, place, problem]);
  const earlier = deviations.get(key);
  const probes = [...new Set([...(earlier?.probes ?? []), what])];
  const meaning = earlier?.meaning ?? { check, basis: findBasis(comparison) };
  deviations.set(key, { operationId, status, place, problem, judges: [], probes, meaning });
}

function showPlace(operationId: string, status: number | null, place: string): string {
  return JSON.stringify([operationId, status, place]);
}
