import { groupBy } from '../../../scripts/lib/group-by.js';
import type { Deviation } from '../findings/deviations.js';
import { type InferenceResult, VERDICTS } from '../findings/inference-results.js';
import type { MeaningResult } from '../meaning/check-meaning.js';
import { formatDeviation, type Report } from './report.js';

/** Lists the statuses that an operation returned. */
export function listStatuses({ statuses }: Report['answered'][number]): string {
  return Object.keys(statuses).join(', ') || '–';
}

/** Names the probes that showed a deviation, and the checkers that found it. */
export function describeOrigin({ probes, judges, meaning }: Deviation): string {
  const checkers = judges.length === 0 ? '' : `; found by ${judges.join(' and ')}`;
  const check = meaning ? `; found by the check of ${meaning.check} (${meaning.basis})` : '';
  return `${probes.join(', ')}${checkers}${check}`;
}

/** Describes the deviations that follow from one, or have the same cause. */
export function describeRelated({ related = [] }: Deviation): string[] {
  return related.map((one) => `follows from it: ${formatDeviation(one)}`);
}

/** Says what a check of meaning found, or why it compared nothing. */
export function describeMeaning({ comparisons, deviations, reason }: MeaningResult): string {
  if (reason !== '') return `not checked: ${reason}`;
  const found = deviations === 0 ? '' : `, ${deviations} deviation${deviations === 1 ? '' : 's'}`;
  return `${comparisons} comparison${comparisons === 1 ? '' : 's'}${found}`;
}

/** Counts the checks of meaning by what they found: `12 without a deviation, 1 with deviations, 1 not checked`. */
export function countMeaning(meaning: readonly MeaningResult[]): string {
  const checked = meaning.filter(({ reason }) => reason === '');
  const deviating = checked.filter(({ deviations }) => deviations > 0).length;
  const rest = meaning.length - checked.length;
  return `${checked.length - deviating} without a deviation, ${deviating} with deviations, ${rest} not checked`;
}

/** Names an inferred element, with the reason where it is known why it was not exercised. */
export function describeElement({ name, verdict, seen }: InferenceResult): string {
  return verdict === 'not exercised' && seen !== '' ? `${name} (${seen})` : name;
}

/** The inferred elements with a verdict, by their group. */
export function groupInferences(
  { inferred }: Report,
  verdict: InferenceResult['verdict'],
): [group: string, elements: readonly InferenceResult[]][] {
  const chosen = inferred.filter((one) => one.verdict === verdict);
  return [...groupBy(chosen, ({ group }) => group)];
}

/** Counts the inferred elements with each verdict: `1 refuted, 2 confirmed, 3 not exercised`. */
export function countVerdicts({ inferred }: Report): string {
  return VERDICTS.map(
    (verdict) => `${inferred.filter((one) => one.verdict === verdict).length} ${verdict}`,
  ).join(', ');
}
