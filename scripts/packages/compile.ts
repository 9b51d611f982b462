import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProcess } from '../lib/run-process.js';
import type { Project } from './project.js';
import { toolFile } from './tools.js';

/** The compilers that users have, by their versions, and where they are. */
export const COMPILERS = [
  ['5.9', createRequire(import.meta.url).resolve('typescript/bin/tsc')],
  ['6', toolFile('typescript-6/bin/tsc')],
  ['7', toolFile('typescript-7/bin/tsc')],
] as const;

/** How the compiler finds modules: as Node does, or as bundlers do. */
export const RESOLUTIONS = {
  nodenext: { module: 'NodeNext' },
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
} as const;

/** What a program has around it, as its tsconfig.json says it. */
export interface Surroundings {
  readonly lib: readonly string[];
  readonly types: readonly string[];
}

/**
 * Compiles programs in a project, and every declaration that they need, as strictly as can be.
 *
 * @param compiler Where it is.
 * @param programs Their texts, by file name.
 * @returns What the compiler complains of; empty when it does not.
 */
export async function compile(
  { folder }: Project,
  compiler: string,
  resolution: keyof typeof RESOLUTIONS,
  surroundings: Surroundings,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const home = await mkdtemp(join(folder, 'compiled-'));
  for (const [name, text] of Object.entries(programs)) await writeFile(join(home, name), text);
  const compilerOptions = {
    target: 'ES2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    noEmit: true,
    ...RESOLUTIONS[resolution],
    ...surroundings,
  };
  await writeFile(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
  const { status, stdout, stderr } = await runProcess(process.execPath, [compiler, '-p', home], {
    cwd: folder,
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
