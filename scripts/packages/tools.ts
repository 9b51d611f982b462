import { fileURLToPath } from 'node:url';
import { installLocked } from '../lib/npm.js';
import { printProgress } from '../lib/progress.js';
import { type ProcessResult, runProcess } from '../lib/run-process.js';

const home = new URL('tools/', import.meta.url);

/**
 * Installs the tools unless they are already installed.
 *
 * @throws Error with the output of npm when it cannot install them.
 */
export function installTools(): Promise<void> {
  return installLocked(home, () =>
    printProgress('Installing compilers, test runners and bundlers, about 300 MB …'),
  );
}

/** Returns the path of a file of an installed tool. */
export function getToolPath(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, home));
}

/**
 * Runs a tool.
 *
 * @param path The path of its script below `node_modules/`.
 */
export function runTool(path: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  return runProcess(process.execPath, [getToolPath(path), ...args], { cwd });
}
