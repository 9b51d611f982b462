import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

// What the compiler does not carry along: declarations that it did not make itself, and the description,
// which npm would not link from the root package into the sandbox.
await build('./', 'generated/schema.d.ts');
await build('sandbox/', 'generated/openapi.json');
await enclose('operations');

async function build(folder: string, carried: string): Promise<void> {
  const home = new URL(folder, root);
  await rm(new URL('dist/', home), { recursive: true, force: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', home));
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  await copyFile(new URL(carried, root), new URL(`dist/${carried}`, home));
}

/** Gives the sandbox the source of a generated module, which is not below it, and leads the maps there. */
async function enclose(module: string): Promise<void> {
  const home = new URL('sandbox/dist/generated/', root);
  // Beside the declarations, it would be taken for the module in their place.
  const source = `source/${module}.ts`;
  await mkdir(new URL('source/', home));
  await copyFile(new URL(`generated/${module}.ts`, root), new URL(source, home));
  for (const kind of ['js', 'd.ts']) {
    const file = new URL(`${module}.${kind}.map`, home);
    const map: object = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...map, sources: [source] }));
  }
}
