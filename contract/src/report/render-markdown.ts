import type { Deviation } from '../findings/deviations.js';
import { type InferenceResult, VERDICTS } from '../findings/inference-results.js';
import { describeHeldPayments, isClean, type Report } from './report.js';
import { countVerdicts, describeOrigin, groupInferences, listStatuses } from './sections.js';

/** Renders the report as the body of an issue. */
export function renderMarkdown(report: Report): string {
  const { answered, deviations, notes, held } = report;
  const title = isClean(report) ? 'matches' : 'deviates from';
  return [
    `# The live server ${title} the description`,
    ...(held ? [`**${describeHeldPayments(held)}**`] : []),
    `## Deviations: ${deviations.length}`,
    ...(deviations.length > 0 ? [deviations.map(renderTask).join('\n')] : []),
    '## Responses',
    ['| operation | statuses |', '| --- | --- |', ...answered.map(renderRow)].join('\n'),
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
  return `- [ ] **${response}**: \`${place}\` ${problem}\n  - ${describeOrigin(deviation)}`;
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
  return verdict === 'refuted' ? `\`${name}\` (${seen})` : `\`${name}\``;
}
