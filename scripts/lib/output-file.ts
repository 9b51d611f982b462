import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './arguments.js';

/**
 * Reads the path of a file that a command writes when it ends: a mistake shows before the job and not after it.
 *
 * @param option The name of the option, such as `json`.
 * @throws {UsageError} When the file cannot be written.
 */
export function readOutputFile(option: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const folder = dirname(resolve(path));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--${option}: there is no folder ${folder}.`);
  const existing = statSync(resolve(path), { throwIfNoEntry: false });
  if (existing?.isDirectory())
    throw new UsageError(`--${option}: ${resolve(path)} is a folder. Name a file.`);
  try {
    accessSync(existing ? path : folder, constants.W_OK);
  } catch {
    throw new UsageError(`--${option}: ${path} cannot be written.`);
  }
  return path;
}
