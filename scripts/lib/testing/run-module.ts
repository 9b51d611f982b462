import { fileURLToPath } from 'node:url';
import { type ProcessOptions, type ProcessResult, runProcess } from '../run-process.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Runs a TypeScript module in a process, as `npm run` does.
 *
 * @param file Its path.
 */
export function runModule(
  file: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessResult> {
  return runProcess(process.execPath, ['--import', 'tsx', file, ...args], { cwd: ROOT, ...options });
}
