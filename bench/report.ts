import type { Memory } from './memory.js';
import type { Race, Times } from './race.js';

const MEGABYTE = 1024 * 1024;

/** The middle of some figures, the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/** What a race comes to: milliseconds for each create and capture, and the sandbox's share of Prism's. */
export interface Result {
  readonly inFlight: number;
  readonly measure: keyof Times;
  readonly sandbox: Spread;
  readonly prism: Spread;
  readonly ratio: number;
}

export function resultsOf({ inFlight, sandbox, prism }: Race): Result[] {
  return (['wall', 'cpu'] as const).map((measure) => {
    const [ours, theirs] = [spreadOf(sandbox[measure]), spreadOf(prism[measure])];
    return { inFlight, measure, sandbox: ours, prism: theirs, ratio: ours.median / theirs.median };
  });
}

/** A table for people. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ inFlight, measure, sandbox, prism, ratio }) => [
    String(inFlight),
    measure === 'wall' ? 'wall time' : 'server CPU',
    textOf(sandbox),
    textOf(prism),
    ratio.toFixed(2),
  ]);
  const table = [['in flight', 'ms per pair', 'sandbox', 'Prism', 'ratio'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

export function memoryText({ payments, rss, heapUsed }: Memory): string {
  const [all, heap] = [rss, heapUsed].map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`);
  return `${payments} payments: rss ${all}, heap in use ${heap}`;
}

function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), greatest: at(sorted.length - 1) };
}

function textOf({ median, least, greatest }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}-${greatest.toFixed(2)})`;
}
