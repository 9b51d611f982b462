import { mkdir, rm, writeFile } from 'node:fs/promises';

/**
 * Replaces a folder with the files of the site.
 *
 * @param files The content of each file by its path.
 * @param folder The URL of the folder, with a slash at its end.
 */
export async function writeSite(files: ReadonlyMap<string, string>, folder: URL): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    const file = new URL(path, folder);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, content);
  }
}
