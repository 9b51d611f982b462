import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installLocked, installPackages, packPackage } from '../scripts/lib/npm.js';
import type { Progress } from '../scripts/lib/progress.js';
import { redocly } from '../scripts/lib/redocly.js';
import { HOME, PACKED_CLIENT, WORK } from './lib/paths.js';
import { esbuild } from './lib/tools.js';

/**
 * Prepares everything that is measured: installs the peers, unless they are installed already, builds both
 * packages and generates the client of Redocly.
 *
 * @throws Error with the output of the tool that fails.
 */
export async function install(progress: Progress): Promise<void> {
  await mkdir(WORK, { recursive: true });
  await installLocked(new URL('./', import.meta.url), () =>
    progress('installing the peers into bench/node_modules'),
  );
  progress('building and packing the client');
  await installClient();
  progress('generating the client of Redocly');
  await generateRedoclyClient();
}

/** Packing builds the packages: the client, the sandbox and the live check. */
async function installClient(): Promise<void> {
  await rename(await packPackage('lddpay', WORK), PACKED_CLIENT);
  // npm does not install a package again that it has in the same version.
  await rm(join(HOME, 'node_modules/lddpay'), { recursive: true, force: true });
  await installPackages([PACKED_CLIENT], HOME, '--no-save', '--no-package-lock');
}

async function generateRedoclyClient(): Promise<void> {
  const file = join(WORK, 'redocly/client.ts');
  const url = ['--server-url', 'https://api.test'];
  const { code, output } = await redocly(['generate-client', 'generated/openapi.json', '-o', file, ...url]);
  if (code !== 0) throw new Error(`Redocly generated no client:\n${output}`);
  await esbuild([file, `--outfile=${file.replace('.ts', '.js')}`, '--format=esm', '--target=es2022']);
}
