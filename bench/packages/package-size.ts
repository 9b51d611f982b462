import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../scripts/lib/files.js';
import { installPackages } from '../../scripts/lib/npm.js';
import { PACKED_CLIENT, WORK } from '../lib/paths.js';
import { esbuild, readVersion } from '../lib/tools.js';
import type { MeasuredPackage } from './measured-packages.js';

/** What a package adds to a bundle, together with its dependencies. */
export interface BundleSize {
  /** In bytes. */
  readonly minified: number;
  /** Minified, and compressed by gzip at its highest level, in bytes. */
  readonly gzipped: number;
}

/** What an installation adds to `node_modules`. */
export interface InstalledSize {
  readonly packages: number;
  /** The size of all files, in bytes. */
  readonly installedBytes: number;
}

const BUNDLE = ['--bundle', '--minify', '--format=esm', '--platform=node', '--target=es2022'];

/** The file in which npm describes an installation for itself. */
const HIDDEN_LOCKFILE = 'node_modules/.package-lock.json';

/** Bundles everything that a package exports. */
export async function measureBundle({ entry }: MeasuredPackage): Promise<BundleSize> {
  const code = await esbuild(BUNDLE, entry);
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).byteLength };
}

/** Installs a package into an empty folder. */
export async function measureInstalled({ installs }: MeasuredPackage): Promise<InstalledSize> {
  if (installs.length === 0) return { packages: 0, installedBytes: 0 };
  const folder = join(WORK, 'installed');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const specifiers = await Promise.all(
    installs.map(async (name) => (name === 'lddpay' ? PACKED_CLIENT : `${name}@${await readVersion(name)}`)),
  );
  await installPackages(specifiers, folder);
  const lockfile = JSON.parse(await readFile(join(folder, HIDDEN_LOCKFILE), 'utf8')) as { packages: object };
  await rm(join(folder, HIDDEN_LOCKFILE));
  return {
    packages: Object.keys(lockfile.packages).length,
    installedBytes: await sumFileSizes(join(folder, 'node_modules')),
  };
}

async function sumFileSizes(folder: string): Promise<number> {
  const files = await listFiles(folder);
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
