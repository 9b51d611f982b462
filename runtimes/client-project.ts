import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTemporaryFolder } from '../scripts/lib/interruption.js';
import { installPackages, packPackage } from '../scripts/lib/npm.js';

/**
 * Creates a temporary project that has the client installed as it would be published.
 *
 * @throws Error with the output of npm when the client cannot be packed or installed.
 */
export async function createClientProject() {
  const { path: folder, remove } = createTemporaryFolder('lddpay-runtimes-');
  try {
    const tarball = await packPackage('lddpay', folder);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await installPackages([tarball], folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}
