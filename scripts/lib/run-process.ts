import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { ownProcess } from './interruption.js';

/** How a process ended, and what it printed. */
export interface ProcessResult {
  /** The exit status; null when a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The circumstances of a process. */
export interface ProcessOptions {
  /** The folder it runs in. @default the folder of this process */
  readonly cwd?: string;
  /** Its environment variables. @default those of this process */
  readonly env?: NodeJS.ProcessEnv;
  /** Its standard input. @default none */
  readonly input?: string;
  /** How long it may take, in ms. @default no limit */
  readonly timeout?: number;
  /** Receives what it prints on either stream, as it comes. */
  readonly onOutput?: (chunk: Buffer) => void;
}

/**
 * Runs a program until it ends, successfully or not. A signal that ends this command ends it too.
 *
 * @throws When the program cannot be started.
 */
export async function runProcess(
  file: string,
  args: readonly string[],
  { cwd, env, input = '', timeout, onOutput }: ProcessOptions = {},
): Promise<ProcessResult> {
  const child = spawn(file, args, { cwd, env, timeout });
  ownProcess(child);
  const stdout = collect(child.stdout, onOutput);
  const stderr = collect(child.stderr, onOutput);
  // A program may end before it has read its input.
  child.stdin.on('error', () => {}).end(input);
  const [status] = await once(child, 'close');
  return { status, stdout: stdout(), stderr: stderr() };
}

/**
 * Runs a program that has to succeed.
 *
 * @returns Its standard output.
 * @throws Error with everything it printed when it fails, or when it cannot be started.
 */
export async function readOutput(
  file: string,
  args: readonly string[],
  options?: ProcessOptions,
): Promise<string> {
  const { status, stdout, stderr } = await runProcess(file, args, options);
  if (status === 0) return stdout;
  throw new Error(`${[basename(file), ...args].join(' ')} failed:\n${stdout}${stderr}`.trim());
}

function collect(stream: Readable, onOutput: ProcessOptions['onOutput']): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    onOutput?.(chunk);
  });
  return () => Buffer.concat(chunks).toString();
}

/**
 * Runs programs one after another until one fails. They print to the terminal themselves.
 *
 * @returns The exit status of the last one.
 * @throws When a program cannot be started.
 */
export async function runSteps(
  steps: readonly (readonly [file: string, ...args: string[]])[],
): Promise<number> {
  for (const [file, ...args] of steps) {
    const child = spawn(file, args, { stdio: 'inherit' });
    ownProcess(child);
    const [status] = await once(child, 'close');
    if (status !== 0) return status ?? 1;
  }
  return 0;
}
