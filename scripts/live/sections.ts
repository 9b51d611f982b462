import type { Deviation } from './deviations.js';
import type { Report } from './report.js';
import type { Verdict } from './verdicts.js';

/** A number of things in words. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/** The statuses that an operation answered with. */
export function statusesInWords({ statuses }: Report['answered'][number]): string {
  return Object.keys(statuses).join(', ') || '–';
}

/** In which probes a deviation showed, and who found it. */
export function originOf({ probes, judges }: Deviation): string {
  const found = judges.length === 0 ? '' : `; found by ${judges.join(' and ')}`;
  return `${probes.join(', ')}${found}`;
}

/** The inferred elements with a verdict, by the group that they belong to. */
export function groupsOf({ inferred }: Report, verdict: Verdict['verdict']): Map<string, readonly Verdict[]> {
  const chosen = inferred.filter((one) => one.verdict === verdict);
  const groups = [...new Set(chosen.map(({ group }) => group))];
  return new Map(groups.map((group) => [group, chosen.filter((one) => one.group === group)]));
}

/** How many inferred elements there are with each verdict. */
export function tally({ inferred }: Report, verdicts: readonly Verdict['verdict'][]): string {
  return verdicts
    .map((verdict) => `${inferred.filter((one) => one.verdict === verdict).length} ${verdict}`)
    .join(', ');
}
