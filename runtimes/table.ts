import type { Verdict } from './verdict.js';

const HEAD = ['runtime', 'version', 'passed', 'failed', 'differs', 'ms'];

/** A table of the verdicts, and below it what to know of them. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const rows = [HEAD, ...verdicts.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => align(cell, column, widths))
      .join('  ')
      .trimEnd(),
  );
  const notes = verdicts.flatMap(notesOf);
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function rowOf(verdict: Verdict): string[] {
  if ('missing' in verdict) return [verdict.runtime, 'skipped'];
  const { runtime, version, passed, failures, differences, ms } = verdict;
  return [runtime, version, ...[passed, failures.length, differences.length, ms].map(String)];
}

/** Texts to the left, numbers to the right. */
function align(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

function notesOf(verdict: Verdict): string[] {
  if ('missing' in verdict) return [`${verdict.runtime} is skipped: ${verdict.missing}`];
  return [
    ...verdict.failures.map((line) => `${verdict.runtime} fails: ${line}`),
    ...verdict.differences.map((line) => `${verdict.runtime} differs: ${line}`),
  ];
}
