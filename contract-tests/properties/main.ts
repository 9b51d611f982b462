import { runCommand } from '../../scripts/lib/command.js';
import { printProgress } from '../../scripts/lib/progress.js';
import { type PropertyOptions, readOptions, USAGE } from './options.js';
import { addRegressions, readRegressions, writeRegressions } from './regressions.js';
import { renderReport } from './report.js';
import { runProperties } from './run-properties.js';

await runCommand({ usage: USAGE, read: readOptions, run });

async function run(options: PropertyOptions): Promise<number> {
  printProgress(`seed ${options.seed}`);
  const regressions = await readRegressions();
  const report = await runProperties(options, regressions, printProgress);
  process.stdout.write(`${renderReport(report)}\n`);
  if (report.violations.length === 0) return 0;
  await writeRegressions(addRegressions(regressions, report.violations));
  return 1;
}
