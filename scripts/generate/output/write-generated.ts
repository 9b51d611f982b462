import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFiles } from '../../lib/files.js';

/** What `npm run generate` writes. */
export interface Generated {
  /** The content of each file of the folder by its name. What else is in the folder is removed. */
  readonly files: ReadonlyMap<string, string>;
  /** The content of each file elsewhere. */
  readonly others: ReadonlyMap<URL, string>;
}

/**
 * Replaces a folder of generated files, and files elsewhere.
 *
 * @param folder The URL of the folder, with a slash at its end; made when it is missing.
 * @throws Error that names the file which cannot be written. Nothing was changed then.
 */
export function writeGenerated({ files, others }: Generated, folder: URL): void {
  mkdirSync(folder, { recursive: true });
  const own = [...files].map(([name, content]) => [new URL(name, folder), content] as const);
  writeFiles(new Map([...own, ...others]));
  for (const name of readdirSync(folder)) {
    if (!files.has(name)) rmSync(new URL(encodeURIComponent(name), folder), { recursive: true });
  }
}
