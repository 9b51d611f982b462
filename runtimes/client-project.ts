import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, packPackage } from '../scripts/lib/npm.js';

/**
 * Creates a temporary project that has the client installed as it would be published.
 *
 * @throws Error with the output of npm when the client cannot be packed or installed.
 */
export async function createClientProject() {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-runtimes-'));
  const remove = () => rm(folder, { recursive: true, force: true });
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
