import { spawnSync } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

// What the compiler does not carry along: declarations that it did not make itself, and the description,
// which npm would not link from the root package into the sandbox.
await build('./', 'generated/schema.d.ts');
await build('sandbox/', 'generated/openapi.json');

async function build(folder: string, carried: string): Promise<void> {
  const home = new URL(folder, root);
  await rm(new URL('dist/', home), { recursive: true, force: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', home));
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  await copyFile(new URL(carried, root), new URL(`dist/${carried}`, home));
}
