import type { Sample } from '../calls/measure-calls.js';
import type { JournalFigures } from '../calls/measure-journal.js';
import type { LongRun } from '../calls/measure-long-run.js';
import type { ObserverFigures } from '../calls/measure-observer.js';
import type { Plan } from '../lib/plan.js';
import type { Spread } from '../lib/spread.js';
import type { PackageFigures } from '../packages/measure-packages.js';
import type { SandboxFigures } from '../sandbox/measure-sandbox.js';
import type { CallFigures } from './call-figures.js';

/** The machine of a run. */
export interface Machine {
  readonly processor: string;
  readonly processors: number;
  /** In bytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
}

/** The figures of the sections that were measured. */
interface SectionFigures {
  readonly journal?: readonly JournalFigures[];
  readonly observer?: readonly ObserverFigures[];
  readonly million?: LongRun;
  readonly packages?: readonly PackageFigures[];
  /** In ms. */
  readonly regeneration?: Spread;
  readonly sandbox?: SandboxFigures;
}

/** What the sections return. A section that was not selected, or could not be measured, is left out. */
export interface Measured extends SectionFigures {
  readonly samples?: readonly Sample[];
}

/** Whether a target is met: all of its figures have to be within the limit. */
export interface TargetCheck {
  readonly target: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly met: boolean;
}

/** The results of a run, as they are kept in a file. */
export interface Results extends SectionFigures {
  readonly date: string;
  readonly machine: Machine;
  readonly plan: Plan;
  readonly versions: Readonly<Record<string, string>>;
  readonly calls?: readonly CallFigures[];
  readonly targets: readonly TargetCheck[];
}

/** How many significant digits of a figure are kept: further ones are chance. */
const DIGITS = 4;

/** Formats results as a JSON file. */
export function formatResults(results: Results): string {
  const round = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
  return `${JSON.stringify(results, round, 2)}\n`;
}
