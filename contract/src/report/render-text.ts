import { colors } from '../../../scripts/lib/colors.js';
import { type InferenceResult, VERDICTS } from '../findings/inference-results.js';
import type { MeaningResult } from '../meaning/check-meaning.js';
import { describeHeldPayments, exitStatus, formatDeviation, isClean, type Report } from './report.js';
import {
  countMeaning,
  countVerdicts,
  describeElement,
  describeMeaning,
  describeOrigin,
  describeRelated,
  groupInferences,
  listStatuses,
} from './sections.js';

/** Renders the report for a terminal. */
export function renderText(report: Report): string {
  const { answered, deviations, notes, settings = [], unchecked = [], held } = report;
  return [
    colors.bold('Responses'),
    ...answered.map((one) => `  ${one.operationId.padEnd(24)}${listStatuses(one)}`),
    '',
    colors.bold(`Deviations: ${deviations.length}`),
    ...deviations.flatMap((one) => [
      colors.red(`  ${formatDeviation(one)}`),
      colors.dim(`      ${describeOrigin(one)}`),
      ...describeRelated(one).map((line) => colors.dim(`      ${line}`)),
    ]),
    '',
    ...(report.meaning ? renderMeaning(report.meaning) : []),
    colors.bold(`Inferred parts of the description: ${countVerdicts(report)}`),
    ...VERDICTS.flatMap((verdict) => renderInferences(report, verdict)),
    '',
    ...(settings.length > 0
      ? [colors.red(colors.bold('Settings to fix')), ...settings.map((one) => colors.red(`  ${one}`)), '']
      : []),
    ...(unchecked.length > 0
      ? [colors.red(colors.bold('Not checked')), ...unchecked.map((one) => colors.red(`  ${one}`)), '']
      : []),
    ...(notes.length > 0 ? [colors.bold('Notes'), ...notes.map((note) => `  ${note}`), ''] : []),
    ...(held ? [colors.red(colors.bold(describeHeldPayments(held))), ''] : []),
    renderConclusion(report),
  ].join('\n');
}

function renderMeaning(results: readonly MeaningResult[]): string[] {
  const lines = results.map((result) => {
    const line = `  ${result.check.padEnd(12)}${describeMeaning(result)}`;
    return result.deviations === 0 ? line : colors.red(line);
  });
  return [colors.bold(`Checks of meaning: ${countMeaning(results)}`), ...lines, ''];
}

function renderConclusion(report: Report): string {
  if (exitStatus(report) === 2) {
    return colors.red('No deviation was found, but a part was not checked.');
  }
  if (isClean(report)) return colors.green('No deviation from the description was found.');
  const { length } = report.deviations;
  return length === 0
    ? colors.red('Not all payments of this run could be voided or refunded.')
    : colors.red(`The server deviates from the description: ${length} deviation${length === 1 ? '' : 's'}.`);
}

function renderInferences(report: Report, verdict: InferenceResult['verdict']): string[] {
  const groups = groupInferences(report, verdict);
  if (groups.length === 0) return [];
  const width = Math.max(22, ...groups.map(([group]) => group.length + 2));
  return [
    `  ${verdict}`,
    ...groups.flatMap(([group, elements]) =>
      verdict === 'refuted'
        ? elements.map(({ name, seen }) => colors.red(`    ${group.padEnd(width)}${name}: ${seen}`))
        : [`    ${group.padEnd(width)}${elements.map(describeElement).join(', ')}`],
    ),
  ];
}
