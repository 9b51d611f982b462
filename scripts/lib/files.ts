import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes files in one step: each into a temporary file beside it, and once all are written, under their names. So
 * neither an error nor a signal, which comes before or after it, leaves half of a file or files that do not match.
 *
 * @param files The content of each file by its path or URL. What is no file, such as `/dev/stdout`, is written to.
 * @throws Error that names the file which cannot be written, and the reason. No file was changed then.
 */
export function writeFiles(files: ReadonlyMap<string | URL, string>): void {
  const targets = new Map<string, string>();
  try {
    for (const [file, content] of files) {
      const path = file instanceof URL ? fileURLToPath(file) : file;
      const existing = statSync(path, { throwIfNoEntry: false });
      if (existing && !existing.isFile()) {
        writeNamed(path, content);
        continue;
      }
      // A link stays one.
      const target = existing ? realpathSync(path) : path;
      const temporary = `${target}.${process.pid}.tmp`;
      targets.set(temporary, target);
      writeNamed(path, content, temporary);
    }
    for (const [temporary, target] of targets) renameSync(temporary, target);
  } finally {
    for (const temporary of targets.keys()) rmSync(temporary, { force: true });
  }
}

/**
 * Writes a file.
 *
 * @param path The file that an error names.
 * @param target The file that is written.
 * @throws Error that names the file and the reason: those of a full disk name no file.
 */
export function writeNamed(path: string, content: string, target = path): void {
  try {
    writeFileSync(target, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(`${path} cannot be written: ${reason}. Nothing was changed.`);
  }
}

/** Lists the relative paths of all files below a folder, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
