import colors from 'picocolors';
import { heldInWords, inOneLine, isClean, type Report } from './report.js';
import { count, groupsOf, originOf, statusesInWords, tally } from './sections.js';
import { VERDICTS, type Verdict } from './verdicts.js';

/** The report for people at a terminal. */
export function renderText(report: Report): string {
  const { answered, deviations, notes, held } = report;
  return [
    colors.bold('What answered'),
    ...answered.map((one) => `  ${one.operationId.padEnd(24)}${statusesInWords(one)}`),
    '',
    colors.bold(`Deviations: ${deviations.length}`),
    ...deviations.flatMap((one) => [colors.red(`  ${inOneLine(one)}`), colors.dim(`      ${originOf(one)}`)]),
    '',
    colors.bold(`What the description infers: ${tally(report, VERDICTS)}`),
    ...VERDICTS.flatMap((verdict) => inferredLines(report, verdict)),
    '',
    ...(notes.length > 0 ? [colors.bold('Notes'), ...notes.map((note) => `  ${note}`), ''] : []),
    ...(held ? [colors.red(colors.bold(heldInWords(held))), ''] : []),
    conclusionOf(report),
  ].join('\n');
}

function conclusionOf(report: Report): string {
  if (isClean(report)) return colors.green('The server keeps to the description, as far as was seen.');
  const { deviations } = report;
  return deviations.length === 0
    ? colors.red('The money of this run was not given back.')
    : colors.red(`The server deviates from the description: ${count(deviations.length, 'deviation')}.`);
}

function inferredLines(report: Report, verdict: Verdict['verdict']): string[] {
  const groups = [...groupsOf(report, verdict)];
  if (groups.length === 0) return [];
  return [
    `  ${verdict}`,
    ...groups.flatMap(([group, elements]) =>
      verdict === 'refuted'
        ? elements.map(({ name, seen }) => colors.red(`    ${group.padEnd(22)}${name}: ${seen}`))
        : [`    ${group.padEnd(22)}${elements.map(({ name }) => name).join(', ')}`],
    ),
  ];
}
