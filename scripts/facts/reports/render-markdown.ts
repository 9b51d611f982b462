import type { LocatedChange } from '../locations/locate-changes.js';
import {
  type FactsReport,
  groupByOperation,
  nameText,
  renderExcerpt,
  renderFact,
  renderValue,
} from './facts-report.js';

/** Renders the report as the body of an issue: a checklist for each operation, and how to accept the page. */
export function renderMarkdown({ source, since, changes }: FactsReport): string {
  const { url, modified } = source;
  const known = since === undefined ? 'no facts are committed yet' : `the committed facts are dated ${since}`;
  const dates = `The page <${url}> is dated ${modified}; ${known}.`;
  if (changes.length === 0) return `# The documentation has not changed\n\n${dates}`;
  const sections = [...groupByOperation(changes)].map(([operation, ofOperation]) =>
    [`## ${operation}`, ofOperation.map(renderTask).join('\n')].join('\n\n'),
  );
  const acceptance = [
    'Run these commands with the file or URL of the page; the second one lists what the description still lacks:',
    '```sh\nnpm run facts -- FILE_OR_URL --write\nnpm run check:facts\n```',
  ];
  return ['# The documentation has changed', dates, ...sections, '## To accept', ...acceptance].join('\n\n');
}

function renderTask(change: LocatedChange): string {
  const answers = (change.answers ?? []).map((question) => `**may answer an open question:** ${question}`);
  return [
    `- [ ] ${renderHeadline(change)}`,
    ...[...answers, renderCode(change.needs)].map((line) => `  - ${line}`),
  ].join('\n');
}

function renderHeadline(change: LocatedChange): string {
  const element = renderCode(change.element);
  switch (change.kind) {
    case 'added':
      return ['added:', element, ...renderFact(change.after).map(renderCode)].join(' ');
    case 'removed':
      return ['removed:', element, ...renderFact(change.before).map(renderCode)].join(' ');
    case 'renamed':
      return `renamed?: ${renderCode(change.before)} to ${renderCode(change.after)}`;
    case 'changed':
      return `changed: ${element}, ${renderCode(change.keyword)} from ${renderCode(renderValue(change.before))} to ${renderCode(renderValue(change.after))}`;
    case 'text':
      return change.text === ''
        ? `${nameText(change, renderCode)} is gone`
        : `${nameText(change, renderCode)} changed; it reads now: ${renderCode(renderExcerpt(change.text))}`;
  }
}

/** Renders any text as inline code; its fence is longer than any run of backticks in the text. */
function renderCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest === 0 ? '' : ' ';
  return `${fence}${space}${text}${space}${fence}`;
}
