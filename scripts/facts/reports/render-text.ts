import colors from 'picocolors';
import type { LocatedChange } from '../locations/locate-changes.js';
import { byOperation, countChanges, type Drift, factInWords, inWords } from './facts-report.js';

/** The drift for people at a terminal: a block for each operation. */
export function textReport({ source, since, changes }: Drift): string {
  const dates = since === undefined ? '' : `, the facts are of ${since}`;
  if (changes.length === 0) return `Nothing has changed; the page is of ${source.modified}${dates}.`;
  const blocks = [...byOperation(changes)].map(([operation, ofOperation]) =>
    [colors.bold(operation), ...ofOperation.flatMap(lines)].join('\n'),
  );
  return [...blocks, `${countChanges(changes)}; the page is of ${source.modified}${dates}.`].join('\n\n');
}

function lines(change: LocatedChange): string[] {
  return [`  ${headline(change)}`, colors.dim(`      ${change.needs}`)];
}

function headline(change: LocatedChange): string {
  const { element } = change;
  switch (change.kind) {
    case 'added':
      return colors.green(['+', element, ...factInWords(change.after)].join(' '));
    case 'removed':
      return colors.red(['-', element, ...factInWords(change.before)].join(' '));
    case 'renamed':
      return colors.yellow(`renamed?: ${change.before} -> ${change.after}`);
    case 'changed':
      return colors.yellow(
        `~ ${element} ${change.keyword}: ${inWords(change.before)} -> ${inWords(change.after)}`,
      );
  }
}
