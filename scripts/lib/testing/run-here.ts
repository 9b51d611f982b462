import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ProcessResult } from '../run-process.js';

/** A command with its arguments. */
export interface CommandRun {
  readonly file: string;
  readonly args: readonly string[];
}

let count = 0;

/**
 * Runs a command in this process, because most of the time of a short run is the start of its process. Only for
 * processes that do nothing else: it replaces the arguments, the output and the exit status of this one.
 */
export async function runHere({ file, args }: CommandRun): Promise<ProcessResult> {
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
  await import(`${pathToFileURL(file).href}?${count++}`);
  // A command may do its work without being awaited.
  await nextTurn();
  const status = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { status, ...printed };
}
