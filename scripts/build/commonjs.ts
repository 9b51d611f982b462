import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { listFiles, writeFiles } from '../lib/files.js';

const root = new URL('../../', import.meta.url);

/** The dependencies of the sandbox that have no CommonJS, which Jest cannot load before Node.js 24.9. */
const EMBEDDED = ['@noble/hashes', 'dinero.js', 'tinyqueue'];

/** Copies the client as CommonJS into `dist/cjs/`, file by file, so that its entry points share their code. */
export async function convertClient(): Promise<void> {
  const home = new URL('dist/', root);
  const files = await listFiles(fileURLToPath(home));
  await writeManifest(home);
  await copyDeclarations(home, files);
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const code = await readFile(new URL(file, home), 'utf8');
    const map = moveSources(file, await readFile(new URL(`${file}.map`, home), 'utf8'));
    // As a file of a package with `"type": "module"`, the default import of openapi-fetch would be all its exports.
    const converted = await transform(withSourceMap(code, map), {
      format: 'cjs',
      platform: 'node',
      target: 'es2022',
      sourcefile: relative(dirname(`cjs/${file}`), file),
      sourcemap: 'external',
      sourcesContent: false,
    });
    await writeCopy(home, file, `${converted.code}//# sourceMappingURL=${basename(file)}.map\n`);
    await writeCopy(home, `${file}.map`, converted.map);
  }
}

/** Bundles the library of the sandbox as CommonJS into one file of `sandbox/dist/cjs/`. */
export async function bundleSandbox(): Promise<void> {
  const home = new URL('sandbox/dist/', root);
  const files = (await listFiles(fileURLToPath(home))).filter(
    (file) => !file.startsWith('sandbox/src/command/'),
  );
  await writeManifest(home);
  await copyDeclarations(home, files);
  const { dependencies } = JSON.parse(await readFile(new URL('sandbox/package.json', root), 'utf8'));
  await build({
    absWorkingDir: fileURLToPath(home),
    entryPoints: ['sandbox/src/index.js'],
    outfile: 'cjs/sandbox/src/index.js',
    bundle: true,
    external: Object.keys(dependencies).filter((name) => !EMBEDDED.includes(name)),
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
}

/** Puts a source map into code, in place of the one that it refers to. */
function withSourceMap(code: string, map: string): string {
  const url = `data:application/json;base64,${Buffer.from(map).toString('base64')}`;
  return `${code.replace(/\/\/# sourceMappingURL=.*/, '')}\n//# sourceMappingURL=${url}\n`;
}

/** Says that the files are CommonJS, whatever the package is. */
async function writeManifest(home: URL): Promise<void> {
  await writeCopy(home, 'package.json', JSON.stringify({ type: 'commonjs', sideEffects: false }));
}

/** Copies declarations, which TypeScript reads as those of CommonJS because of the manifest. */
async function copyDeclarations(home: URL, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => /\.d\.ts(\.map)?$/.test(name))) {
    const text = await readFile(new URL(file, home), 'utf8');
    await writeCopy(home, file, file.endsWith('.map') ? moveSources(file, text) : text);
  }
}

/** Adapts the source map of a file to its copy, which is one level deeper. */
function moveSources(file: string, map: string): string {
  const { sources, ...rest } = JSON.parse(map) as { readonly sources: readonly string[] };
  const move = (source: string) => relative(dirname(`cjs/${file}`), join(dirname(file), source));
  return JSON.stringify({ ...rest, sources: sources.map(move) });
}

async function writeCopy(home: URL, file: string, text: string): Promise<void> {
  const target = new URL(`cjs/${file}`, home);
  await mkdir(new URL('./', target), { recursive: true });
  writeFiles(new Map([[target, text]]));
}
