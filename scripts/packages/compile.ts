import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProcess } from '../lib/run-process.js';
import type { Project } from './project.js';
import { getToolPath } from './tools.js';

/** The compilers that users have: the version and path of each. */
export const COMPILERS = [
  ['5.9', createRequire(import.meta.url).resolve('typescript/bin/tsc')],
  ['6', getToolPath('typescript-6/bin/tsc')],
  ['7', getToolPath('typescript-7/bin/tsc')],
] as const;

/** The compiler options for module resolution, as in Node and as in bundlers. */
export const RESOLUTIONS = {
  nodenext: { module: 'NodeNext' },
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
} as const;

/** The declarations that a program can use, as in its tsconfig.json. */
export interface CompilerEnvironment {
  readonly lib: readonly string[];
  readonly types: readonly string[];
}

/**
 * Compiles programs in a project, and every declaration that they need, with strict settings.
 *
 * @param compiler The path of the compiler.
 * @param programs The source of each program by its file name.
 * @returns The errors of the compiler; empty when there are none.
 */
export async function compilePrograms(
  { folder }: Project,
  compiler: string,
  resolution: keyof typeof RESOLUTIONS,
  environment: CompilerEnvironment,
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
    ...environment,
  };
  await writeFile(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
  const { status, stdout, stderr } = await runProcess(process.execPath, [compiler, '-p', home], {
    cwd: folder,
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
