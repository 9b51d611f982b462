import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeNamed } from '../lib/files.js';

/**
 * Replaces a folder with the files of the site in one step: they are written into a folder beside it, which then takes
 * its name. So neither an error nor a signal, which comes before or after it, leaves a part of a site.
 *
 * @param files The content of each file by its path.
 * @param folder The URL of the folder, with a slash at its end.
 * @throws Error that names the file which cannot be written. The folder is as it was then.
 */
export function writeSite(files: ReadonlyMap<string, string>, folder: URL): void {
  const target = fileURLToPath(folder).replace(/[\\/]$/, '');
  const next = `${target}.${process.pid}.tmp`;
  const previous = `${target}.${process.pid}.old.tmp`;
  try {
    for (const [path, content] of files) {
      const file = join(next, path);
      mkdirSync(dirname(file), { recursive: true });
      writeNamed(join(target, path), content, file);
    }
    if (existsSync(target)) renameSync(target, previous);
    renameSync(next, target);
    rmSync(previous, { recursive: true, force: true });
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}
