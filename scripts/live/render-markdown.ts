import type { Deviation } from './deviations.js';
import { heldInWords, isClean, type Report } from './report.js';
import { groupsOf, originOf, statusesInWords, tally } from './sections.js';
import { VERDICTS, type Verdict } from './verdicts.js';

/** The report as the body of an issue. */
export function renderMarkdown(report: Report): string {
  const { answered, deviations, notes, held } = report;
  const title = isClean(report) ? 'keeps to' : 'deviates from';
  return [
    `# The live server ${title} the description`,
    ...(held ? [`**${heldInWords(held)}**`] : []),
    `## Deviations: ${deviations.length}`,
    ...(deviations.length > 0 ? [deviations.map(task).join('\n')] : []),
    '## What answered',
    ['| operation | statuses |', '| --- | --- |', ...answered.map(row)].join('\n'),
    `## What the description infers: ${tally(report, VERDICTS)}`,
    ...VERDICTS.flatMap((verdict) => inferredList(report, verdict)),
    ...(notes.length > 0 ? ['## Notes', notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');
}

/** That there is no report, as the body of an issue. */
export function renderReason(reason: string): string {
  return `# The live server could not be checked\n\n${reason}`;
}

function task(deviation: Deviation): string {
  const { operationId, status, place, problem } = deviation;
  const answer = status === null ? operationId : `${operationId} ${status}`;
  return `- [ ] **${answer}**: \`${place}\` ${problem}\n  - ${originOf(deviation)}`;
}

function row(one: Report['answered'][number]): string {
  return `| \`${one.operationId}\` | ${statusesInWords(one)} |`;
}

function inferredList(report: Report, verdict: Verdict['verdict']): string[] {
  const groups = [...groupsOf(report, verdict)];
  if (groups.length === 0) return [];
  const lines = groups.map(([group, elements]) => `- ${group}: ${elements.map(part).join(', ')}`);
  return [`### ${verdict}`, lines.join('\n')];
}

function part({ name, verdict, seen }: Verdict): string {
  return verdict === 'refuted' ? `\`${name}\` (${seen})` : `\`${name}\``;
}
