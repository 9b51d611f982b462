import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installLocked } from '../scripts/lib/install-locked.js';
import { redocly } from '../scripts/lib/redocly.js';
import { esbuild, home, npm, root, work } from './processes/run.js';
import type { Progress } from './progress.js';

const FLAGS = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** The client as it would be published. */
export const packed = join(work, 'lddpay.tgz');

/**
 * Makes everything that is measured: the peers, unless they are there already, both packages anew, and the
 * client that Redocly generates from the description.
 *
 * @throws Error with what the tool said that failed.
 */
export async function install(progress: Progress): Promise<void> {
  await mkdir(work, { recursive: true });
  await installLocked(new URL('./', import.meta.url), () =>
    progress('installing the peers into bench/node_modules'),
  );
  progress('building and packing the client');
  await installClient();
  progress('generating the client of Redocly');
  await generateRival();
}

/** The version of a peer, or of the client. */
export async function versionOf(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, 'node_modules', name, 'package.json'), 'utf8'));
  return version;
}

/** Packing builds both packages: the client and the sandbox. */
async function installClient(): Promise<void> {
  const [file = ''] = npm(['pack', '--silent', '--pack-destination', work], root)
    .trim()
    .split('\n')
    .slice(-1);
  await rename(join(work, file), packed);
  // npm takes a package that it has in this version for the same.
  await rm(join(home, 'node_modules/lddpay'), { recursive: true, force: true });
  npm(['install', '--no-save', '--no-package-lock', '--prefer-offline', ...FLAGS, packed], home);
}

async function generateRival(): Promise<void> {
  const file = join(work, 'redocly/client.ts');
  const url = ['--server-url', 'https://api.test'];
  const { code, output } = await redocly(['generate-client', 'generated/openapi.json', '-o', file, ...url]);
  if (code !== 0) throw new Error(`Redocly generated no client:\n${output}`);
  esbuild([file, `--outfile=${file.replace('.ts', '.js')}`, '--format=esm', '--target=es2022']);
}
