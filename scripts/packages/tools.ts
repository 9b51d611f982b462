import { fileURLToPath } from 'node:url';
import { installLocked } from '../lib/install-locked.js';
import { type ProcessResult, runProcess } from '../lib/run-process.js';

const home = new URL('tools/', import.meta.url);

/**
 * Installs the tools, unless they are there already.
 *
 * @throws Error with what npm said when they cannot be had.
 */
export function installTools(): Promise<void> {
  return installLocked(home);
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
export function runTool(path: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  return runProcess(process.execPath, [toolFile(path), ...args], { cwd });
}
