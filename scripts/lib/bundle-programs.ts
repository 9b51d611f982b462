import { symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles programs with their modules: many processes of them start in a third of the time. Packages of others stay
 * imports.
 *
 * @param programs The URLs of their modules, whose names differ.
 * @param folder The absolute path of a temporary folder.
 * @returns The path of each program, which `node` runs as long as the folder exists.
 */
export async function bundlePrograms<const Programs extends readonly URL[]>(
  programs: Programs,
  folder: string,
): Promise<{ readonly [Program in keyof Programs]: string }> {
  await linkPackages(folder);
  const files = programs.map((program) => fileURLToPath(program));
  await build({
    absWorkingDir: ROOT,
    entryPoints: files,
    entryNames: '[name]',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  return files.map((file) => join(folder, `${basename(file, '.ts')}.mjs`)) as {
    [Program in keyof Programs]: string;
  };
}

/** Lets the programs in a temporary folder import the packages of this project. */
export async function linkPackages(folder: string): Promise<void> {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}
