import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from '../lib/npm.js';
import { runProcess } from '../lib/run-process.js';

/** An npm project that uses the packages. */
export interface Project {
  readonly folder: string;
}

/** The entry of an installed package in the lockfile. */
interface InstalledPackage {
  readonly hasInstallScript?: boolean;
}

/** Tells whether packages can be installed, which requires that the registry responds. */
export async function canInstall(): Promise<boolean> {
  const { status } = await runProcess('npm', ['view', 'openapi-fetch', 'version', '--fetch-retries=0'], {
    cwd: tmpdir(),
  });
  return status === 0;
}

/**
 * Creates an empty project and installs packages into it.
 *
 * @param options Options of npm.
 * @throws Error with the output of npm when it cannot install them.
 */
export async function createProject(
  folder: string,
  packages: readonly string[],
  ...options: readonly string[]
): Promise<Project> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await installPackages(packages, folder, ...options);
  return { folder };
}

/** Returns the path of an installed package. */
export function getPackageFolder({ folder }: Project, name: string): string {
  return join(folder, 'node_modules', name);
}

/** Lists the installed packages of a project by their paths. */
export async function listInstalledPackages({ folder }: Project): Promise<Record<string, InstalledPackage>> {
  const lock = await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  return JSON.parse(lock).packages;
}
