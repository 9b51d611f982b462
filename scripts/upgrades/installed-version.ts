import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installLockfile, packPackage } from '../lib/npm.js';
import { readOutput } from '../lib/run-process.js';
import { createProject, type Project } from '../packages/project.js';
import type { PreviousVersion } from './previous-version.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Packs this version, and installs its client and sandbox into a project. */
export async function installThisVersion(folder: string): Promise<Project> {
  return install(ROOT, join(folder, 'this'));
}

/** Builds and packs a version from the history, and installs its client and sandbox into a project. */
export async function installPreviousVersion({ commit }: PreviousVersion, folder: string): Promise<Project> {
  const source = join(folder, 'source');
  await mkdir(source);
  await readOutput('git', ['archive', '--output', join(folder, 'source.tar'), commit], { cwd: ROOT });
  await readOutput('tar', ['-xf', join(folder, 'source.tar'), '-C', source]);
  // With the dependencies that it was built with.
  await installLockfile(source);
  return install(source, join(folder, 'previous'));
}

async function install(source: string, folder: string): Promise<Project> {
  await mkdir(folder);
  // Packing the client builds both.
  const client = await packPackage('lddpay', folder, source);
  const sandbox = await packPackage('lddpay-sandbox', folder, source);
  return createProject(join(folder, 'project'), [client, sandbox]);
}
