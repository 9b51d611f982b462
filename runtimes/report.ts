import { renderTable } from '../scripts/lib/table.js';
import type { RuntimeResult } from './runtime-result.js';

const HEAD = ['runtime', 'version', 'passed', 'failed', 'differs', 'ms'];

/** Renders a table of the results, followed by every failure, difference and missing runtime. */
export function renderReport(results: readonly RuntimeResult[]): string {
  const table = renderTable([HEAD, ...results.map(createRow)], 2);
  const notes = results.flatMap(listNotes);
  return [table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function createRow(result: RuntimeResult): string[] {
  if ('missing' in result) return [result.runtime, 'skipped'];
  const { runtime, version, passed, failures, differences, ms } = result;
  return [runtime, version, ...[passed, failures.length, differences.length, ms].map(String)];
}

function listNotes(result: RuntimeResult): string[] {
  if ('missing' in result) return [`${result.runtime} is skipped: ${result.missing}`];
  return [
    ...result.failures.map((line) => `${result.runtime} fails: ${line}`),
    ...result.differences.map((line) => `${result.runtime} differs: ${line}`),
  ];
}
