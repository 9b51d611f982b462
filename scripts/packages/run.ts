import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** How a program ended. */
export interface ProcessResult {
  /** Its exit status; null when it was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program until it ends, however it ends.
 *
 * @throws Error when it cannot be started.
 */
export async function run(file: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await once(child, 'close');
  const [stdout, stderr] = await output;
  return { status, stdout, stderr };
}

/**
 * Runs npm in a folder.
 *
 * @throws Error with what npm said when it fails.
 */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  const { status, stdout, stderr } = await run('npm', args, cwd);
  if (status !== 0) throw new Error(`npm ${args[0]} failed:\n${stdout}${stderr}`);
}
