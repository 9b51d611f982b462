import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.js';

/**
 * Installs a folder that has a lockfile of its own, unless what that says is there already. Install scripts
 * are left out: binaries are in the packages.
 *
 * @param home The folder, with a slash at its end.
 * @param begin Called before an installation, which takes a while.
 * @throws Error with what npm said when the packages cannot be had.
 */
export async function installLocked(home: URL, begin: () => void = () => {}): Promise<void> {
  const lockfile = new URL('package-lock.json', home);
  const installed = new URL('node_modules/.installed-lock.json', home);
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8')) return;
  begin();
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], fileURLToPath(home));
  await copyFile(lockfile, installed);
}
