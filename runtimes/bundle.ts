import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOutput } from '../scripts/lib/run-process.js';
import { installedFile } from './install.js';
import type { Settings } from './suite/lib/behaviour.js';

/** The entry point of the suite: for runtimes that load packages, for workerd, or for a browser. */
export type Entry = 'server' | 'worker' | 'browser';

/**
 * Bundles the suite into a project, together with the client where the runtime loads no packages.
 *
 * @param project A folder that has the client installed.
 * @returns The path of the bundle.
 * @throws Error with the output of esbuild.
 */
export async function bundleSuite(project: string, entry: Entry, settings: Settings): Promise<string> {
  const suite = join(project, `${entry}-suite.js`);
  const source = fileURLToPath(new URL(`entries/${entry}.ts`, import.meta.url));
  // The client has to be the packed one; the options in tsconfig.json would lead to its source.
  const define = `--define:SETTINGS=${JSON.stringify(settings)}`;
  await esbuild([source, '--external:lddpay', '--tsconfig-raw={}', define, `--outfile=${suite}`], project);
  if (entry === 'server') return suite;
  const whole = join(project, `${entry}.js`);
  await esbuild([suite, `--outfile=${whole}`], project);
  await rm(suite);
  return whole;
}

async function esbuild(args: readonly string[], cwd: string): Promise<void> {
  const common = ['--bundle', '--format=esm', '--target=es2022', '--log-level=warning'];
  await readOutput(process.execPath, [installedFile('esbuild/bin/esbuild'), ...args, ...common], { cwd });
}
