import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../lib/files.js';
import { readOutput } from '../lib/run-process.js';
import { TYPESCRIPT } from '../lib/typescript.js';

const root = new URL('../../', import.meta.url);

/** Compiles a package into an empty `dist/`, and copies files that the compiler does not copy. */
export async function compile(folder: string, ...extraFiles: readonly string[]): Promise<void> {
  const home = new URL(folder, root);
  await rm(new URL('dist/', home), { recursive: true, force: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', home));
  await readOutput(process.execPath, [TYPESCRIPT, '-p', project, '--singleThreaded']);
  for (const file of extraFiles) await copyFile(new URL(file, root), new URL(`dist/${file}`, home));
}

/** Copies the source of a generated module into the package of the sandbox, and adapts its source maps. */
export async function copySource(module: string): Promise<void> {
  const home = new URL('sandbox/dist/generated/', root);
  // In the folder of the declarations, TypeScript would resolve the module to the source.
  const source = `source/${module}.ts`;
  await mkdir(new URL('source/', home), { recursive: true });
  await copyFile(new URL(`generated/${module}.ts`, root), new URL(source, home));
  for (const kind of ['js', 'd.ts']) {
    const file = new URL(`${module}.${kind}.map`, home);
    const map: object = JSON.parse(await readFile(file, 'utf8'));
    writeFiles(new Map([[file, JSON.stringify({ ...map, sources: [source] })]]));
  }
}
