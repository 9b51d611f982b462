import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Result } from './suite/run.js';

/** How a run of the suite went. */
export interface Outcome {
  readonly results: readonly Result[];
  /** Why it did not get to the end; undefined when it did. */
  readonly crash?: string | undefined;
}

/** How long a runtime may take for all of the suite, in milliseconds. */
export const PATIENCE = 120_000;

/** How much of what a runtime complains of is shown, in characters. */
const SHOWN = 2_000;

/** Runs the suite in a process of its own and reads its results, a line each. */
export async function runProcess(binary: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const child = spawn(binary, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE });
  const complaints = text(child.stderr);
  const results: Result[] = [];
  createInterface(child.stdout).on('line', (line) => results.push(readResult(line)));
  const [code, signal] = await once(child, 'close');
  // A runtime that has nothing more to wait for may end well in the middle.
  if (code === 0 && results.at(-1)?.left === 0) return { results };
  const reason = signal ? `it was ended after ${PATIENCE} ms` : `it exited with ${code}`;
  const last = results.at(-1)?.name ?? 'its start';
  return { results, crash: `${reason}, after: ${last}\n${(await complaints).slice(-SHOWN)}` };
}

/** A line that the suite printed; any other is a failure, since nothing else may print. */
export function readResult(line: string): Result {
  try {
    return JSON.parse(line) as Result;
  } catch {
    return { name: 'nothing but results is printed', ms: 0, left: 0, failure: line };
  }
}
