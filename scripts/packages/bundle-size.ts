import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Project } from './project.js';
import { runTool } from './tools.js';

/** The sizes of a bundle, in bytes. */
export interface Size {
  readonly minified: number;
  /** Minified and compressed as well as gzip can. */
  readonly gzipped: number;
}

/**
 * Bundles a program for browsers and minifies it.
 *
 * @param program Its text.
 * @throws Error with what esbuild said.
 */
export async function bundleSize({ folder }: Project, program: string): Promise<Size> {
  await writeFile(join(folder, 'program.js'), program);
  const options = ['--bundle', '--minify', '--format=esm', '--outfile=bundle.js', '--log-level=warning'];
  const { status, stderr } = await runTool('esbuild/bin/esbuild', ['program.js', ...options], folder);
  if (status !== 0) throw new Error(`The program cannot be bundled:\n${stderr}`);
  const bundle = await readFile(join(folder, 'bundle.js'));
  return { minified: bundle.length, gzipped: gzipSync(bundle, { level: 9 }).length };
}
