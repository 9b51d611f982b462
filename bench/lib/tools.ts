import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readOutput } from '../../scripts/lib/run-process.js';
import { HOME } from './paths.js';

const COMPILER = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const BUNDLER = join(HOME, 'node_modules/esbuild/bin/esbuild');

/**
 * Runs the TypeScript compiler in a folder.
 *
 * @throws Error with its output when it finds a mistake.
 */
export async function tsc(args: readonly string[], cwd: string): Promise<void> {
  await readOutput(process.execPath, [COMPILER, ...args], { cwd });
}

/**
 * Runs esbuild in the folder of the benchmark, on a program or on the files in its arguments.
 *
 * @returns Its standard output.
 * @throws Error with its output when it fails.
 */
export function esbuild(args: readonly string[], program = ''): Promise<string> {
  return readOutput(process.execPath, [BUNDLER, ...args, '--log-level=error'], { cwd: HOME, input: program });
}

/** Reads the version of an installed package. */
export async function readVersion(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(HOME, 'node_modules', name, 'package.json'), 'utf8'));
  return version;
}
