import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedFile } from './install.js';
import type { Settings } from './suite/behaviour.js';

/** Where the suite begins: one for runtimes that load packages, one for workerd, one for a page. */
export type Entry = 'server' | 'worker' | 'page';

/**
 * Bundles the suite into a project, with the client inside it where the runtime loads no packages.
 *
 * @param project A folder that has the client installed.
 * @returns The file.
 * @throws Error with what esbuild said.
 */
export async function bundleSuite(project: string, entry: Entry, settings: Settings): Promise<string> {
  const suite = join(project, `${entry}-suite.js`);
  const source = fileURLToPath(new URL(`entries/${entry}.ts`, import.meta.url));
  // The client must be the packed one; the compiler's options would lead to its source.
  const define = `--define:SETTINGS=${JSON.stringify(settings)}`;
  esbuild([source, '--external:lddpay', '--tsconfig-raw={}', define, `--outfile=${suite}`], project);
  if (entry === 'server') return suite;
  const whole = join(project, `${entry}.js`);
  esbuild([suite, `--outfile=${whole}`], project);
  await rm(suite);
  return whole;
}

function esbuild(args: readonly string[], cwd: string): void {
  const common = ['--bundle', '--format=esm', '--target=es2022', '--log-level=warning'];
  const { status, stderr } = spawnSync(
    process.execPath,
    [installedFile('esbuild/bin/esbuild'), ...args, ...common],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The suite cannot be bundled:\n${stderr}`);
}
