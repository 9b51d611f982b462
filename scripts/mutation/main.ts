import { runCommand } from '../lib/command.js';
import { writeFiles } from '../lib/files.js';
import { onInterruption } from '../lib/interruption.js';
import { printProgress } from '../lib/progress.js';
import { type MutationOptions, readOptions, USAGE } from './options.js';
import { isSufficient, renderReport } from './report.js';
import { runMutation } from './run-mutation.js';

await runCommand({ usage: USAGE, read: readOptions, run });

async function run(options: MutationOptions): Promise<number> {
  const interruption = new AbortController();
  const running = runMutation(options, printProgress, interruption.signal);
  // The scratch copies are removed, and the results so far are kept.
  onInterruption(async () => {
    interruption.abort(new Error('The run was interrupted.'));
    await running.catch(() => {});
  });
  const report = await running;
  process.stdout.write(`${renderReport(report)}\n`);
  if (options.json !== undefined)
    writeFiles(new Map([[options.json, `${JSON.stringify(report, undefined, 2)}\n`]]));
  return isSufficient(report) ? 0 : 1;
}
