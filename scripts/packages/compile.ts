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

/** Compiler options for modules. */
interface ModuleSettings {
  readonly type: 'module' | 'commonjs';
  readonly options: Readonly<Record<string, unknown>>;
  /** The versions of TypeScript that have them. */
  readonly compilers: readonly string[];
}

const EVERY_COMPILER = COMPILERS.map(([version]) => version);

/** The settings for modules that users have, by their names in the guide `your-project.md`. */
export const MODULE_SETTINGS = {
  'nodenext, ES modules': {
    type: 'module',
    options: { module: 'nodenext' },
    compilers: EVERY_COMPILER,
  },
  'bundler, ES modules': {
    type: 'module',
    options: { module: 'esnext', moduleResolution: 'bundler' },
    compilers: EVERY_COMPILER,
  },
  'nodenext, CommonJS': {
    type: 'commonjs',
    options: { module: 'nodenext' },
    compilers: EVERY_COMPILER,
  },
  'node16, CommonJS': {
    type: 'commonjs',
    options: { module: 'node16' },
    compilers: EVERY_COMPILER,
  },
  'bundler, CommonJS': {
    type: 'commonjs',
    options: { module: 'commonjs', moduleResolution: 'bundler' },
    compilers: ['6', '7'],
  },
  'node10, CommonJS': {
    type: 'commonjs',
    options: { module: 'commonjs', moduleResolution: 'node10' },
    compilers: ['5.9'],
  },
  'node10 of TypeScript 6, CommonJS': {
    type: 'commonjs',
    options: { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
    compilers: ['6'],
  },
} as const satisfies Record<string, ModuleSettings>;

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
  { type, options }: ModuleSettings,
  environment: CompilerEnvironment,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const home = await mkdtemp(join(folder, 'compiled-'));
  for (const [name, text] of Object.entries(programs)) await writeFile(join(home, name), text);
  const compilerOptions = {
    target: 'ES2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: type === 'module',
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    noEmit: true,
    ...options,
    ...environment,
  };
  await writeFile(join(home, 'package.json'), JSON.stringify({ type }));
  await writeFile(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
  const { status, stdout, stderr } = await runProcess(process.execPath, [compiler, '-p', home], {
    cwd: folder,
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
