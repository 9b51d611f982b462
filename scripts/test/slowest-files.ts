import type { Reporter, TestModule } from 'vitest/node';
import { renderTable } from '../lib/table.js';

const SHOWN = 20;

/** What a test file took. */
export interface FileTime {
  readonly file: string;
  readonly project: string;
  /** Processor time, in seconds. */
  readonly cpuSeconds: number;
  /** Time from start to end, in seconds. */
  readonly seconds: number;
}

/** Shows at the end of a run which test files took the most processor time. Vitest requires the default export. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => {
      const { collectDuration, duration } = module.diagnostic();
      return {
        file: module.relativeModuleId,
        project: module.project.name,
        cpuSeconds: module.meta().cpuSeconds ?? 0,
        seconds: (collectDuration + duration) / 1000,
      };
    });
    console.log(`\n${renderSlowestFiles(files)}\n`);
  }
}

/** Renders the files that took the most processor time as a table. */
export function renderSlowestFiles(files: readonly FileTime[]): string {
  const total = files.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const slowest = [...files].sort((a, b) => b.cpuSeconds - a.cpuSeconds).slice(0, SHOWN);
  return renderTable(
    [
      ['test file', 'project', 'CPU s', 's'],
      ...slowest.map(({ file, project, cpuSeconds, seconds }) => [
        file,
        project,
        cpuSeconds.toFixed(1),
        seconds.toFixed(1),
      ]),
      [`all ${files.length}`, '', total.toFixed(1), ''],
    ],
    2,
  );
}
