import colors from 'picocolors';
import type { LocatedChange } from '../locations/locate-changes.js';
import { type FactsReport, groupByOperation, renderCount, renderFact, renderValue } from './facts-report.js';

/** Renders the report for a terminal, with a block for each operation. */
export function renderText({ source, since, changes }: FactsReport): string {
  const dates = `the page is dated ${source.modified}${since === undefined ? '' : `, the facts ${since}`}`;
  if (changes.length === 0) return `Nothing has changed; ${dates}.`;
  const blocks = [...groupByOperation(changes)].map(([operation, ofOperation]) =>
    [colors.bold(operation), ...ofOperation.flatMap(renderChange)].join('\n'),
  );
  return [...blocks, `${renderCount(changes)}; ${dates}.`].join('\n\n');
}

function renderChange(change: LocatedChange): string[] {
  return [`  ${renderHeadline(change)}`, colors.dim(`      ${change.needs}`)];
}

function renderHeadline(change: LocatedChange): string {
  const { element } = change;
  switch (change.kind) {
    case 'added':
      return colors.green(['+', element, ...renderFact(change.after)].join(' '));
    case 'removed':
      return colors.red(['-', element, ...renderFact(change.before)].join(' '));
    case 'renamed':
      return colors.yellow(`renamed?: ${change.before} -> ${change.after}`);
    case 'changed':
      return colors.yellow(
        `~ ${element} ${change.keyword}: ${renderValue(change.before)} -> ${renderValue(change.after)}`,
      );
  }
}
