import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { installPackages } from '../lib/npm.js';

/** A project of a user. */
export interface Project {
  readonly folder: string;
}

/** What npm notes of a package that it installed. */
interface InstalledPackage {
  readonly hasInstallScript?: boolean;
}

/**
 * Makes an empty project and installs packages into it.
 *
 * @throws Error with what npm said when they cannot be installed.
 */
export async function createProject(folder: string, packages: readonly string[]): Promise<Project> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await installPackages(packages, folder);
  return { folder };
}

/** Where a package is installed. */
export function packageFolder({ folder }: Project, name: string): string {
  return join(folder, 'node_modules', name);
}

/** All packages of a project, by where they are. */
export async function installedPackages({ folder }: Project): Promise<Record<string, InstalledPackage>> {
  const lock = await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  return JSON.parse(lock).packages;
}

/** The paths of all files below a folder, seen from it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
