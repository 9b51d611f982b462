import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);

/**
 * Bundles the command `lddpay-contract` into `contract/dist/`, with what it uses of `scripts/lib/`, which is not in
 * the package. The packages that it depends on stay outside, `lddpay` among them.
 */
export async function bundleContract(): Promise<void> {
  const outdir = new URL('contract/dist/', root);
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['contract/src/main.ts'],
    outdir: fileURLToPath(outdir),
    // Keeps apart what the command loads only when it checks a server.
    splitting: true,
    bundle: true,
    packages: 'external',
    // Without the paths of the project, which would bundle the client.
    tsconfigRaw: {},
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  });
}
