import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeFiles } from '../lib/files.js';

const root = new URL('../../', import.meta.url);

/** The modules that users import, and modules that must be separate files, so that bundlers can omit them. */
const ENTRIES = [
  'src/index.ts',
  'src/undici.ts',
  'src/openapi-fetch.ts',
  'src/journal.ts',
  'src/observe.ts',
  'src/raw-request.ts',
  'generated/operations.ts',
  ...['src/client.ts', 'src/call/signing.ts', 'src/statuses.ts'],
  // Evaluated before the undici that the user installed, which it could not be in one file with its importer.
  'src/transport/undici/platform-headers.ts',
];

/** Bundles the code of the client into a few files, because each file adds 1 ms to the import. */
export async function bundleClient(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ENTRIES,
    outbase: '.',
    outdir: 'dist',
    chunkNames: 'src/shared-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    write: false,
  });
  writeFiles(new Map(outputFiles.map(({ path, text }) => [path, removeBareImports(text)])));
}

/**
 * Removes the imports that esbuild adds to keep the order in which chunks are evaluated. Nothing depends on the
 * order of a chunk of which nothing is used, and the bundlers of users warn about such imports, because the package
 * declares that it has no side effects. The lines stay, so that source maps still apply.
 */
function removeBareImports(code: string): string {
  return code.replace(/^import "\.[^"]*";$/gm, '');
}
