import { writeFile } from 'node:fs/promises';
import { runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { type MutationOptions, readOptions, USAGE } from './options.js';
import { isSufficient, renderReport } from './report.js';
import { runMutation } from './run-mutation.js';

// The scratch copies are removed, and the results so far are kept. tsx sends a signal of the terminal once more.
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => interruption.abort(new Error(`Interrupted by ${signal}.`)));

await runCommand({ usage: USAGE, read: readOptions, run });

async function run(options: MutationOptions): Promise<number> {
  const report = await runMutation(options, printProgress, interruption.signal);
  process.stdout.write(`${renderReport(report)}\n`);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
  return isSufficient(report) ? 0 : 1;
}
