import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { installLockfile } from './npm.js';

/**
 * Installs the packages of a folder that has a lockfile, unless they are installed already.
 *
 * @param folder The folder, with a slash at its end.
 * @param onInstall Called before an installation, which takes a while.
 * @throws Error with the output of npm when the installation fails.
 */
export async function installLocked(folder: URL, onInstall: () => void = () => {}): Promise<void> {
  const lockfile = new URL('package-lock.json', folder);
  const installed = new URL('node_modules/.installed-lock.json', folder);
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8')) return;
  onInstall();
  await installLockfile(fileURLToPath(folder));
  await copyFile(lockfile, installed);
}
