import { gzipSync } from 'node:zlib';
import { build, formatMessages } from 'esbuild';
import type { Project } from './project.js';

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
 * @throws Error with the messages of esbuild when it fails or warns.
 */
export async function measureBundle({ folder }: Project, program: string): Promise<BundleSize> {
  const { outputFiles, warnings } = await build({
    absWorkingDir: folder,
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  if (warnings.length > 0) {
    const messages = await formatMessages(warnings, { kind: 'warning' });
    throw new Error(`The bundle causes warnings:\n${messages.join('\n')}`);
  }
  const bundle = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: bundle.length, gzipped: gzipSync(bundle, { level: 9 }).length };
}
