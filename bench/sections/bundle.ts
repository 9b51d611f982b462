import { gzipSync } from 'node:zlib';
import { esbuild } from '../processes/run.js';
import type { Subject } from './subjects.js';

/** How much a subject adds to a program that is sent somewhere, with all that it depends on. */
export interface Bundle {
  /** In bytes. */
  readonly minified: number;
  /** Minified, and compressed as far as gzip goes, in bytes. */
  readonly gzipped: number;
}

const OPTIONS = ['--bundle', '--minify', '--format=esm', '--platform=node', '--target=es2022'];

export function bundle({ entry }: Subject): Bundle {
  const code = esbuild(OPTIONS, entry);
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).byteLength };
}
