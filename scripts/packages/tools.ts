import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Ended, npm, run } from './run.js';

const home = new URL('tools/', import.meta.url);
const lockfile = new URL('package-lock.json', home);
/** The lockfile that the folder was installed by. */
const installed = new URL('node_modules/.installed-lock.json', home);

/**
 * Installs the tools, unless they are there already. Their install scripts are left out: the binaries are in
 * the packages.
 *
 * @throws Error with what npm said when they cannot be had.
 */
export async function installTools(): Promise<void> {
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8')) return;
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], fileURLToPath(home));
  await copyFile(lockfile, installed);
}

/** Where a file of an installed tool is. */
export function toolFile(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, home));
}

/**
 * Runs a tool.
 *
 * @param path Its JavaScript below `node_modules/`.
 */
export function runTool(path: string, args: readonly string[], cwd: string): Promise<Ended> {
  return run(process.execPath, [toolFile(path), ...args], cwd);
}
