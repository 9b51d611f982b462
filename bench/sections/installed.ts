import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packed, versionOf } from '../install.js';
import { npm, work } from '../processes/run.js';
import type { Subject } from './subjects.js';

/** What an installation leaves in `node_modules`. */
export interface Installed {
  readonly packages: number;
  /** Of all files together, in bytes. */
  readonly installedBytes: number;
}

const FLAGS = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
/** What npm notes for itself about an installation. */
const NOTES = 'node_modules/.package-lock.json';

/** Installs a subject into an empty folder. */
export async function installed({ installs }: Subject): Promise<Installed> {
  if (installs.length === 0) return { packages: 0, installedBytes: 0 };
  const folder = join(work, 'installed');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const specifiers = await Promise.all(
    installs.map(async (name) => (name === 'lddpay' ? packed : `${name}@${await versionOf(name)}`)),
  );
  npm(['install', ...FLAGS, ...specifiers], folder);
  const notes = JSON.parse(await readFile(join(folder, NOTES), 'utf8')) as { packages: object };
  await rm(join(folder, NOTES));
  return {
    packages: Object.keys(notes.packages).length,
    installedBytes: await bytesIn(join(folder, 'node_modules')),
  };
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => stat(join(parentPath, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
