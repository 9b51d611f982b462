import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bundles a program that imports `lddpay-sandbox` into one file. Fails when a module cannot be bundled. */
export async function bundleProgram(program: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    alias: { 'lddpay-sandbox': './sandbox/src/index.ts' },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
