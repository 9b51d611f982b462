import { spawnSync } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

await rm(new URL('dist/', root), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: fileURLToPath(root),
  stdio: 'inherit',
});
// The compiler does not carry declarations along that it did not make itself.
await copyFile(new URL('generated/schema.d.ts', root), new URL('dist/generated/schema.d.ts', root));
process.exitCode = status ?? 1;
