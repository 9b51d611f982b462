// Runs commands one after another in this process, because most of the time of a command that only reads its
// arguments is the start of its process. Takes the runs as JSON, and prints their results as JSON.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ProcessResult } from '../run-process.js';

/** A command with its arguments. */
export interface CommandRun {
  readonly file: string;
  readonly args: readonly string[];
}

const runs: readonly CommandRun[] = JSON.parse(process.argv[2] ?? '');
const print = process.stdout.write.bind(process.stdout);
const results: ProcessResult[] = [];
for (const [index, run] of runs.entries()) results.push(await runHere(run, index));
process.exitCode = 0;
print(JSON.stringify(results));

async function runHere({ file, args }: CommandRun, index: number): Promise<ProcessResult> {
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    process[stream].write = (text: string | Uint8Array) => {
      printed[stream] += String(text);
      return true;
    };
  }
  process.argv = [process.execPath, file, ...args];
  process.exitCode = undefined;
  // The query makes it another module, so that it runs again.
  await import(`${pathToFileURL(file).href}?${index}`);
  // A command may do its work without being awaited.
  await nextTurn();
  return { status: Number(process.exitCode ?? 0), ...printed };
}
