import { fileURLToPath } from 'node:url';
import { installLocked } from '../scripts/lib/npm.js';
import type { Progress } from '../scripts/lib/progress.js';

const HOME = new URL('./', import.meta.url);

/**
 * Installs the runtimes, unless they are installed already.
 *
 * @returns Why they cannot be installed; undefined when they are installed.
 */
export async function installRuntimes(progress: Progress): Promise<string | undefined> {
  try {
    await installLocked(HOME, () => progress('Installing the runtimes, about a gigabyte …'));
    return undefined;
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error));
    return 'npm ci failed in runtimes/';
  }
}

/** The path of a file of an installed package. */
export function installedFile(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, HOME));
}
