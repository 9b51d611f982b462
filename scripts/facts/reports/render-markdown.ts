import type { LocatedChange } from '../locations/locate-changes.js';
import { byOperation, type Drift, factInWords, inWords } from './facts-report.js';

/** The drift as the body of an issue: a checklist for each operation, and how to accept it. */
export function markdownReport({ source, since, changes }: Drift): string {
  const { url, modified } = source;
  const dates = `The page <${url}> is of ${modified}; the committed facts are of ${since ?? 'no date yet'}.`;
  if (changes.length === 0) return `# The documentation has not changed\n\n${dates}`;
  const sections = [...byOperation(changes)].map(([operation, ofOperation]) =>
    [`## ${operation}`, ofOperation.map(task).join('\n')].join('\n\n'),
  );
  const acceptance = [
    'Take the page over from the file or URL that it was read from; the second command names what is left to do:',
    '```sh\nnpm run facts -- FILE_OR_URL --write\nnpm run check:facts\n```',
  ];
  return ['# The documentation has changed', dates, ...sections, '## To accept', ...acceptance].join('\n\n');
}

function task(change: LocatedChange): string {
  return `- [ ] ${headline(change)}\n  - ${code(change.needs)}`;
}

function headline(change: LocatedChange): string {
  const element = code(change.element);
  switch (change.kind) {
    case 'added':
      return ['added:', element, ...factInWords(change.after).map(code)].join(' ');
    case 'removed':
      return ['removed:', element, ...factInWords(change.before).map(code)].join(' ');
    case 'renamed':
      return `renamed?: ${code(change.before)} to ${code(change.after)}`;
    case 'changed':
      return `changed: ${element}, ${code(change.keyword)} from ${code(inWords(change.before))} to ${code(inWords(change.after))}`;
  }
}

/** What the page states may hold any character: none of them may end the code, or mean anything. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest === 0 ? '' : ' ';
  return `${fence}${space}${text}${space}${fence}`;
}
