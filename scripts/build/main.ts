import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readNoArguments, runCommand } from '../lib/command.js';
import { readOutput } from '../lib/run-process.js';

const root = new URL('../../', import.meta.url);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The modules that users import, and modules that must be separate files, so that bundlers can omit them. */
const ENTRIES = [
  'src/index.ts',
  'src/undici.ts',
  'src/openapi-fetch.ts',
  'generated/operations.ts',
  ...['src/client.ts', 'src/call/signing.ts', 'src/statuses.ts'],
  // Evaluated before the undici that the user installed, which it could not be in one file with its importer.
  'src/transport/undici/platform-headers.ts',
];

const USAGE = `Usage: npm run build

Builds dist/ of both packages: the client and the sandbox.

Exit status: 0 both were built; 1 the code does not compile; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: buildPackages });

async function buildPackages(): Promise<number> {
  // The compiler does not copy declarations that it did not make, nor the description, which npm would not
  // link from the root package into the sandbox.
  await compile('./', 'generated/schema.d.ts');
  await compile('sandbox/', 'generated/openapi.json');
  await bundle();
  await copySource('operations');
  return 0;
}

/** Compiles a package, and copies a file that the compiler does not copy. */
async function compile(folder: string, extraFile: string): Promise<void> {
  const home = new URL(folder, root);
  await rm(new URL('dist/', home), { recursive: true, force: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', home));
  await readOutput(process.execPath, [tsc, '-p', project]);
  await copyFile(new URL(extraFile, root), new URL(`dist/${extraFile}`, home));
}

/** Bundles the code of the client into a few files, because each file adds 1 ms to the import. */
async function bundle(): Promise<void> {
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
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, removeBareImports(text))));
}

/**
 * Removes the imports that esbuild adds to keep the order in which chunks are evaluated. Nothing depends on that
 * order where nothing of a chunk is used, and the bundlers of users warn about them, because the package declares that it has no side effects. The
 * lines stay, so that source maps still apply.
 */
function removeBareImports(code: string): string {
  return code.replace(/^import "\.[^"]*";$/gm, '');
}

/** Copies the source of a generated module into the package of the sandbox, and adapts its source maps. */
async function copySource(module: string): Promise<void> {
  const home = new URL('sandbox/dist/generated/', root);
  // In the folder of the declarations, TypeScript would resolve the module to the source.
  const source = `source/${module}.ts`;
  await mkdir(new URL('source/', home));
  await copyFile(new URL(`generated/${module}.ts`, root), new URL(source, home));
  for (const kind of ['js', 'd.ts']) {
    const file = new URL(`${module}.${kind}.map`, home);
    const map: object = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...map, sources: [source] }));
  }
}
