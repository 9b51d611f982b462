import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { listFiles } from '../../scripts/lib/files.js';

/**
 * Lists the YAML files of a folder that no reference leads to. The linter does not see them, since it begins at the
 * document: they are neither in the bundle nor checked by anything.
 *
 * @param folder The path of the folder.
 * @param roots The files in it that something reads by their names.
 * @returns Their paths in the folder, sorted.
 */
export async function listUnreferencedFiles(
  folder: string,
  roots: (file: string) => boolean,
): Promise<string[]> {
  const files = (await listFiles(folder)).filter((file) => /\.ya?ml$/.test(file));
  const reached = new Set(files.filter(roots));
  // Those that are added meanwhile are visited too.
  for (const file of reached) {
    const content: unknown = parse(await readFile(join(folder, file), 'utf8'));
    for (const reference of listReferences(content)) {
      const [target = ''] = reference.split('#');
      const path = join(dirname(file), target);
      if (target !== '' && files.includes(path)) reached.add(path);
    }
  }
  return files.filter((file) => !reached.has(file));
}

function listReferences(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string' ? [child] : listReferences(child),
  );
}
