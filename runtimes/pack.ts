import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages, packPackage } from '../scripts/lib/npm.js';

/**
 * Turns an empty folder into a project that has the client installed as it would be published.
 *
 * @throws Error with the output of npm when the client cannot be packed or installed.
 */
export async function installPacked(folder: string): Promise<void> {
  const tarball = await packPackage('lddpay', folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await installPackages([tarball], folder);
}
