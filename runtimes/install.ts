import { fileURLToPath } from 'node:url';
import { installLocked } from '../scripts/lib/install-locked.js';

const home = new URL('./', import.meta.url);

/**
 * Installs the runtimes, unless they are there already.
 *
 * @param tell Told in words what takes a while.
 * @returns Why they cannot be installed; undefined when they are there.
 */
export async function install(tell: (line: string) => void): Promise<string | undefined> {
  try {
    await installLocked(home, () => tell('Installing the runtimes, about a gigabyte ...'));
    return undefined;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return 'npm ci failed in runtimes/';
  }
}

/** Where a file of an installed package is. */
export function installedFile(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, home));
}
