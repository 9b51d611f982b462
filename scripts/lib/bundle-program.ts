import { symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles a program with its modules into one file: many processes of it start in a third of the time. Packages of
 * others stay imports.
 *
 * @param program The URL of its module.
 * @param folder The absolute path of a temporary folder, which {@link linkPackages} has prepared.
 * @returns The path of the file, which `node` runs.
 */
export async function bundleProgram(program: URL, folder: string): Promise<string> {
  const outfile = join(folder, `${basename(program.pathname, '.ts')}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(program)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  return outfile;
}

/** Lets the programs in a temporary folder import the packages of this project. */
export async function linkPackages(folder: string): Promise<void> {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}
