import { renderTable } from '../lib/table.js';
import type { Excuses } from './excuses.js';
import type { MutantResult } from './runner/mutant.js';

/** How many mutants of one kind there were, and what became of them. */
export interface MutantCounts {
  readonly mutants: number;
  readonly killed: number;
  readonly excused: number;
  readonly survived: number;
}

/** The result of a run. */
export interface MutationReport extends MutantCounts {
  readonly target: string;
  readonly seed: number;
  /** How many mutants the target has, drawn or not. */
  readonly population: number;
  /** How many results are from an earlier run. */
  readonly cached: number;
  /** The share of the mutants without an excuse that were killed. */
  readonly killedShare: number;
  /** The least share that passes. */
  readonly requiredShare: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The load of the machine at the end, over one minute. */
  readonly load: number;
  readonly mutators: Readonly<Record<string, MutantCounts>>;
  readonly checks: Readonly<Record<string, number>>;
  readonly staleExcuses: readonly string[];
  readonly survivors: readonly {
    readonly name: string;
    readonly mutator: string;
    readonly excuse?: string;
  }[];
  readonly results: readonly MutantResult[];
}

/** What a report is made from, apart from the results. */
export type RunFacts = Pick<
  MutationReport,
  | 'target'
  | 'seed'
  | 'population'
  | 'cached'
  | 'requiredShare'
  | 'seconds'
  | 'cpuSeconds'
  | 'load'
  | 'staleExcuses'
>;

export function createReport(
  facts: RunFacts,
  results: readonly MutantResult[],
  excuses: Excuses,
): MutationReport {
  const all = countResults(results, excuses);
  const mutators = [...new Set(results.map(({ mutator }) => mutator))].sort();
  const checks: Record<string, number> = {};
  for (const { killedBy } of results) {
    if (killedBy !== undefined) checks[killedBy] = (checks[killedBy] ?? 0) + 1;
  }
  const needed = all.mutants - all.excused;
  return {
    ...facts,
    ...all,
    killedShare: needed === 0 ? 1 : all.killed / needed,
    mutators: Object.fromEntries(
      mutators.map((name) => [
        name,
        countResults(
          results.filter(({ mutator }) => mutator === name),
          excuses,
        ),
      ]),
    ),
    checks: Object.fromEntries(Object.entries(checks).sort(([, one], [, other]) => other - one)),
    survivors: results
      .filter(({ killedBy }) => killedBy === undefined)
      .map(({ name, mutator }) => {
        const excuse = excuses[name];
        return excuse === undefined ? { name, mutator } : { name, mutator, excuse };
      }),
    results,
  };
}

function countResults(results: readonly MutantResult[], excuses: Excuses): MutantCounts {
  const killed = results.filter(({ killedBy }) => killedBy !== undefined).length;
  const excused = results.filter(({ name, killedBy }) => killedBy === undefined && name in excuses).length;
  return { mutants: results.length, killed, excused, survived: results.length - killed - excused };
}

/** Whether enough mutants were killed, and each excuse still applies. */
export function isSufficient({ killedShare, requiredShare, staleExcuses }: MutationReport): boolean {
  return killedShare >= requiredShare && staleExcuses.length === 0;
}

export function renderReport(report: MutationReport): string {
  const { population, seed, cached, seconds, cpuSeconds, load, requiredShare } = report;
  const rows = Object.entries({ ...report.mutators, all: report }).map(([name, counts]) => [
    name,
    ...[counts.mutants, counts.killed, counts.excused, counts.survived].map(String),
    formatShare(counts.killed, counts.mutants - counts.excused),
  ]);
  const checks = Object.entries(report.checks).map(([name, count]) => [name, String(count)]);
  const unexcused = report.survivors.filter(({ excuse }) => excuse === undefined);
  return [
    renderTable([['mutator', 'mutants', 'killed', 'excused', 'survived', 'share'], ...rows]),
    ...(checks.length > 0 ? [renderTable([['killed by', 'mutants'], ...checks])] : []),
    ...renderList(
      'Survivors:',
      unexcused.map(({ name }) => name),
    ),
    ...renderList('Excuses that no longer apply:', report.staleExcuses),
    `${report.mutants} of ${population} mutants (seed ${seed}), ${cached} from earlier runs; ` +
      `${seconds.toFixed(0)} s, ${cpuSeconds.toFixed(0)} s of CPU, load ${load.toFixed(1)}\n` +
      `${formatShare(report.killed, report.mutants - report.excused)} killed, ` +
      `${(requiredShare * 100).toFixed(0)} % required`,
  ].join('\n\n');
}

function renderList(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];
}

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
