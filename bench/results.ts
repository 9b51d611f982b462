import type { Plan } from './plan.js';
import type { CallFigures } from './report/call-figures.js';
import type { Verdict } from './report/targets.js';
import type { LongRun } from './sections/long.js';
import type { PackageFigures } from './sections/packages.js';
import type { SandboxFigures } from './sections/sandbox.js';
import type { Spread } from './spread.js';

/** Where a run took place. */
export interface Machine {
  readonly processor: string;
  readonly processors: number;
  /** In bytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
}

/** What came of a run. A section that was not asked for, or could not be measured, is left out. */
export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly plan: Plan;
  readonly versions: Readonly<Record<string, string>>;
  readonly calls?: readonly CallFigures[];
  readonly million?: LongRun;
  readonly packages?: readonly PackageFigures[];
  /** In milliseconds. */
  readonly regeneration?: Spread;
  readonly sandbox?: SandboxFigures;
  readonly targets: readonly Verdict[];
}

/** How many digits of a figure are kept: more of them are chance. */
const DIGITS = 4;

/** The results as a file. */
export function fileOf(results: Results): string {
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
  return `${JSON.stringify(results, rounded, 2)}\n`;
}
