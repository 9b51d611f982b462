import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../scripts/lib/npm.js';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Makes an empty folder a project that has the client installed as it would be published.
 *
 * @throws Error with what npm said when the client cannot be packed or installed.
 */
export async function installPacked(folder: string): Promise<void> {
  npm(['pack', '--pack-destination', folder], root);
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
}
