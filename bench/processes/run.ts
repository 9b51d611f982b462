import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The folder of the benchmark. */
export const home = fileURLToPath(new URL('../', import.meta.url));

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a run makes and needs no longer. */
export const work = fileURLToPath(new URL('../.work/', import.meta.url));

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const bundler = fileURLToPath(new URL('../node_modules/esbuild/bin/esbuild', import.meta.url));

/** Runs npm in a folder. Throws an Error with what it said when it fails. */
export function npm(args: readonly string[], cwd: string): string {
  return run('npm', args, cwd);
}

/** Runs the compiler in a folder. Throws an Error with what it said when it fails. */
export function tsc(args: readonly string[], cwd: string): string {
  return run(process.execPath, [compiler, ...args], cwd);
}

/**
 * Runs esbuild in the folder of the benchmark, on a source that is given or on the files in its arguments.
 * Throws an Error with what it said when it fails.
 */
export function esbuild(args: readonly string[], source?: string): string {
  return run(process.execPath, [bundler, ...args, '--log-level=error'], home, source);
}

function run(command: string, args: readonly string[], cwd: string, input = ''): string {
  const options = { cwd, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
