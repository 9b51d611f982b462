import { renderTable } from '../lib/table.js';
import type { ClaimsResult } from './claims.js';

/** What became of the claims of one tool. */
export interface ToolResult extends ClaimsResult {
  readonly name: string;
  readonly version: string;
  readonly seconds: number;
}

const HEAD = ['tool', 'version', 'as wanted', 'limited', 'differs', 's'];

/** Renders a table of the results, followed by every limitation and difference. */
export function renderReport(results: readonly ToolResult[]): string {
  const table = renderTable([HEAD, ...results.map(createRow)], 2);
  const notes = results.flatMap(({ name, limited, differences }) => [
    ...limited.map((line) => `${name} is limited: ${line}`),
    ...differences.map((line) => `${name} differs: ${line}`),
  ]);
  return [table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function createRow({ name, version, fulfilled, limited, differences, seconds }: ToolResult): string[] {
  const counts = [fulfilled, limited.length, differences.length].map(String);
  return [name, version, ...counts, seconds.toFixed(1)];
}
