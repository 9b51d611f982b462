import { colors } from '../../lib/colors.js';
import type { LocatedChange } from '../locations/locate-changes.js';
import {
  type FactsReport,
  groupByOperation,
  nameText,
  renderCount,
  renderExcerpt,
  renderFact,
  renderValue,
} from './facts-report.js';

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
  const answers = (change.answers ?? []).map((question) =>
    colors.bold(`      may answer an open question: ${question}`),
  );
  return [`  ${renderHeadline(change)}`, ...answers, colors.dim(`      ${change.needs}`)];
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
    case 'text':
      return colors.yellow(
        change.text === ''
          ? `${nameText(change, String)} is gone`
          : `${nameText(change, String)} changed; it reads now: ${renderExcerpt(change.text)}`,
      );
  }
}
