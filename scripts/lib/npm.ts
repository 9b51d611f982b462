import { spawnSync } from 'node:child_process';

/**
 * Runs npm in a folder until it is done.
 *
 * @throws Error with what npm said when it fails.
 */
export function npm(args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args[0]} failed:\n${stdout}${stderr}`.trim());
}
