import type { Deviation } from '../findings/deviations.js';
import { type InferenceResult, VERDICTS } from '../findings/inference-results.js';
import type { Report } from './report.js';

/** Lists the statuses that an operation returned. */
export function listStatuses({ statuses }: Report['answered'][number]): string {
  return Object.keys(statuses).join(', ') || '–';
}

/** Names the probes that showed a deviation, and the checkers that found it. */
export function describeOrigin({ probes, judges }: Deviation): string {
  const checkers = judges.length === 0 ? '' : `; found by ${judges.join(' and ')}`;
  return `${probes.join(', ')}${checkers}`;
}

/** The inferred elements with a verdict, by their group. */
export function groupInferences(
  { inferred }: Report,
  verdict: InferenceResult['verdict'],
): [group: string, elements: readonly InferenceResult[]][] {
  const chosen = inferred.filter((one) => one.verdict === verdict);
  const groups = [...new Set(chosen.map(({ group }) => group))];
  return groups.map((group) => [group, chosen.filter((one) => one.group === group)]);
}

/** Counts the inferred elements with each verdict: `1 refuted, 2 confirmed, 3 not exercised`. */
export function countVerdicts({ inferred }: Report): string {
  return VERDICTS.map(
    (verdict) => `${inferred.filter((one) => one.verdict === verdict).length} ${verdict}`,
  ).join(', ');
}
