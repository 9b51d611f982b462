import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The signals that interrupt a command, with the exit status that shells have for each. */
const STATUSES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** How long a process may take to end after SIGTERM, in ms. */
const GRACE = 5_000;

/** What is undone when a signal ends this command, in the order in which it was done. */
const cleanUps = new Set<() => unknown>();
let interruption: keyof typeof STATUSES | undefined;
let isWatching = false;

/**
 * Has signals end this process only after the processes and temporary folders that it owns have been removed. The
 * exit status is 129 after SIGHUP, 130 after SIGINT and 143 after SIGTERM.
 */
export function cleanUpOnSignals(): void {
  if (isWatching) return;
  isWatching = true;
  for (const signal of Object.keys(STATUSES) as (keyof typeof STATUSES)[])
    process.on(signal, () => void interrupt(signal));
}

/** Whether a signal is ending this process: what fails now fails because of it. */
export function isInterrupted(): boolean {
  return interruption !== undefined;
}

/**
 * Registers what is undone when a signal ends this command. What was registered last is undone first.
 *
 * @returns Removes the registration.
 */
export function onInterruption(cleanUp: () => unknown): () => void {
  // Each registration is another one, also of the same function.
  const own = () => cleanUp();
  cleanUps.add(own);
  return () => cleanUps.delete(own);
}

/** Has a process, and those that it started, end with this command when a signal ends it. */
export function ownProcess(child: ChildProcess): void {
  const release = onInterruption(() => endProcess(child));
  child.once('exit', release).once('error', release);
}

/** A temporary folder. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Creates a temporary folder, which is also removed when a signal ends this command. */
export function createTemporaryFolder(prefix: string): TemporaryFolder {
  // No signal comes between the two.
  const path = mkdtempSync(join(tmpdir(), prefix));
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5 });
  const release = onInterruption(remove);
  return {
    path,
    async remove() {
      await remove();
      release();
    },
  };
}

/** Calls a function with a temporary folder, and then removes the folder. */
export async function withTemporaryFolder<Value>(
  prefix: string,
  use: (path: string) => Promise<Value>,
): Promise<Value> {
  const folder = createTemporaryFolder(prefix);
  try {
    return await use(folder.path);
  } finally {
    await folder.remove();
  }
}

async function interrupt(signal: keyof typeof STATUSES): Promise<void> {
  // tsx sends a signal of the terminal once more.
  if (interruption) return;
  interruption = signal;
  process.stderr.write(`Interrupted by ${signal}.\n`);
  for (let last = [...cleanUps].at(-1); last; last = [...cleanUps].at(-1)) {
    cleanUps.delete(last);
    try {
      await last();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    }
  }
  process.exit(STATUSES[signal]);
}

/** Returns true for a process that has ended, by itself or by a signal. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, 'exit');
  // npm and shells do not pass signals on to all that they started.
  const descendants = listDescendants(child.pid);
  for (const pid of descendants) kill(pid, 'SIGTERM');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await exited;
  clearTimeout(timer);
  for (const pid of descendants) kill(pid, 'SIGKILL');
}

/** Lists the processes that a process started, and those that they started. Only Linux tells. */
function listDescendants(pid: number | undefined): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), readParent(name)] as const);
  const found = new Set([pid]);
  // Once more for each generation.
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [child, parent] of running) if (found.has(parent)) found.add(child);
  }
  return [...found].filter((one) => one !== undefined && one !== pid) as number[];
}

/** Reads the parent of a process from proc(5). The name before it can contain anything but `)`. */
function readParent(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return Number.NaN;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}
