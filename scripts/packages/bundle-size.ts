import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Project } from './project.js';
import { runTool } from './tools.js';

/** The size of a bundle in bytes. */
export interface BundleSize {
  readonly minified: number;
  /** Minified and compressed with gzip at its highest level. */
  readonly gzipped: number;
}

/**
 * Bundles a program for browsers, minifies it and measures the bundle.
 *
 * @param program The source of the program.
 * @throws Error with the output of esbuild when it fails or warns.
 */
export async function measureBundle({ folder }: Project, program: string): Promise<BundleSize> {
  await writeFile(join(folder, 'program.js'), program);
  const options = ['--bundle', '--minify', '--format=esm', '--outfile=bundle.js', '--log-level=warning'];
  const { status, stderr } = await runTool('esbuild/bin/esbuild', ['program.js', ...options], folder);
  if (status !== 0 || stderr !== '') throw new Error(`Could not bundle the program:\n${stderr}`);
  const bundle = await readFile(join(folder, 'bundle.js'));
  return { minified: bundle.length, gzipped: gzipSync(bundle, { level: 9 }).length };
}
