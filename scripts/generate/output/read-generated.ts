import { readdirSync, readFileSync } from 'node:fs';

/**
 * Reads a folder of generated files, to compare it. A folder that is missing is empty, and what is no file, such as a
 * folder within it, has no content: nothing that is generated is like it.
 *
 * @param folder The URL of the folder, with a slash at its end.
 * @returns The content of each entry by its name.
 */
export function readGenerated(folder: URL): Map<string, string> {
  const entries = listEntries(folder).map((entry): [string, string] => [
    entry.name,
    entry.isFile() ? readFileSync(new URL(encodeURIComponent(entry.name), folder), 'utf8') : '',
  ]);
  return new Map(entries);
}

function listEntries(folder: URL) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
