import type { Deviation } from '../findings/deviations.js';
import { type InferenceResult, VERDICTS } from '../findings/inference-results.js';
import type { MeaningResult } from '../meaning/check-meaning.js';
import { describeHeldPayments, exitStatus, isClean, type Report } from './report.js';
import {
  countMeaning,
  countVerdicts,
  describeMeaning,
  describeOrigin,
  describeRelated,
  groupInferences,
  listStatuses,
} from './sections.js';

/** Renders the report as the body of an issue. */
export function renderMarkdown(report: Report): string {
  const { answered, deviations, notes, settings = [], unchecked = [], held } = report;
  const title = isClean(report) ? 'matches' : 'deviates from';
  const extent = exitStatus(report) === 2 ? ', as far as it could be checked' : '';
  return [
    `# The live server ${title} the description${extent}`,
    ...(held ? [`**${describeHeldPayments(held)}**`] : []),
    ...(settings.length > 0 ? ['## Settings to fix', settings.map((one) => `- ${one}`).join('\n')] : []),
    ...(unchecked.length > 0 ? ['## Not checked', unchecked.map((one) => `- ${one}`).join('\n')] : []),
    `## Deviations: ${deviations.length}`,
    ...(deviations.length > 0 ? [deviations.map(renderTask).join('\n')] : []),
    '## Responses',
    ['| operation | statuses |', '| --- | --- |', ...answered.map(renderRow)].join('\n'),
    ...(report.meaning ? renderMeaning(report.meaning) : []),
    `## Inferred parts of the description: ${countVerdicts(report)}`,
    ...VERDICTS.flatMap((verdict) => renderInferences(report, verdict)),
    ...(notes.length > 0 ? ['## Notes', notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');
}

/** Renders the reason why there is no report as the body of an issue. */
export function renderReason(reason: string): string {
  return `# The live server could not be checked\n\n${reason}`;
}

function renderTask(deviation: Deviation): string {
  const { operationId, status, place, problem } = deviation;
  const response = status === null ? operationId : `${operationId} ${status}`;
  const details = [describeOrigin(deviation), ...describeRelated(deviation)].map((line) => `\n  - ${line}`);
  return `- [ ] **${response}**: \`${place}\` ${problem}${details.join('')}`;
}

function renderRow(one: Report['answered'][number]): string {
  return `| \`${one.operationId}\` | ${listStatuses(one)} |`;
}

function renderInferences(report: Report, verdict: InferenceResult['verdict']): string[] {
  const groups = groupInferences(report, verdict);
  if (groups.length === 0) return [];
  const lines = groups.map(([group, elements]) => `- ${group}: ${elements.map(renderElement).join(', ')}`);
  return [`### ${verdict}`, lines.join('\n')];
}

function renderElement({ name, verdict, seen }: InferenceResult): string {
  return verdict === 'confirmed' || seen === '' ? `\`${name}\`` : `\`${name}\` (${seen})`;
}

function renderMeaning(results: readonly MeaningResult[]): string[] {
  const rows = results.map((one) => `| ${one.check} | ${one.compares} | ${describeMeaning(one)} |`);
  return [
    `## Checks of meaning: ${countMeaning(results)}`,
    ['| check | compares | result |', '| --- | --- | --- |', ...rows].join('\n'),
  ];
}
