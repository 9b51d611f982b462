import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const home = new URL('./', import.meta.url);
const lockfile = new URL('package-lock.json', home);
/** The lockfile that the folder was installed by. */
const installed = new URL('node_modules/.installed-lock.json', home);

/**
 * Installs the runtimes, unless they are there already. Their install scripts are left out: the binaries are
 * in the packages.
 *
 * @param tell Told in words what takes a while.
 * @returns Why they cannot be installed; undefined when they are there.
 */
export async function install(tell: (line: string) => void): Promise<string | undefined> {
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8')) return;
  tell('Installing the runtimes, about a gigabyte ...');
  const { status, stderr } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], fileURLToPath(home));
  if (status !== 0) {
    tell(stderr.trim());
    return 'npm ci failed in runtimes/';
  }
  await copyFile(lockfile, installed);
  return undefined;
}

/** Where a file of an installed package is. */
export function installedFile(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, home));
}

/** Runs npm in a folder until it is done. */
export function npm(args: readonly string[], cwd: string) {
  return spawnSync('npm', args, { cwd, encoding: 'utf8' });
}
