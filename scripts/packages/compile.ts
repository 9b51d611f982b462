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
export interface ModuleSettings {
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

/** Lists the settings for modules that a version of TypeScript has, with their names. */
export function listModuleSettings(version: string): [name: string, settings: ModuleSettings][] {
  return Object.entries<ModuleSettings>(MODULE_SETTINGS).filter(([, { compilers }]) =>
    compilers.includes(version),
  );
}

/** Programs of users, and the circumstances in which they compile. */
export interface Compilation {
  /** The project in which the packages are installed. */
  readonly project: Project;
  readonly settings: ModuleSettings;
  /** The declarations that a program can use, as in its tsconfig.json. */
  readonly environment: { readonly lib: readonly string[]; readonly types: readonly string[] };
  /** The source of each program by its file name. */
  readonly programs: Readonly<Record<string, string>>;
}

/**
 * Compiles programs, and every declaration that they need, with strict settings. The compiler runs once for all of
 * them, so that it reads what they share once.
 *
 * @param compiler The path of the compiler.
 * @param compilations The compilations by their names, which are in the paths of the errors.
 * @param options Options of the compiler.
 * @returns The errors of the compiler; empty when there are none.
 */
export async function compilePrograms(
  compiler: string,
  compilations: Readonly<Record<string, Compilation>>,
  ...options: readonly string[]
): Promise<string> {
  const homes = await Promise.all(
    Object.entries(compilations).map(([name, compilation]) => writePrograms(name, compilation)),
  );
  const { status, stdout, stderr } = await runProcess(process.execPath, [
    compiler,
    '--build',
    ...homes,
    ...options,
  ]);
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** Writes programs and their tsconfig.json into a new folder of their project, and returns its path. */
async function writePrograms(
  name: string,
  { project, settings: { type, options }, environment, programs }: Compilation,
): Promise<string> {
  const home = await mkdtemp(join(project.folder, `${name.replaceAll(/\W+/g, '-')}-`));
  for (const [file, text] of Object.entries(programs)) await writeFile(join(home, file), text);
  const compilerOptions = {
    target: 'ES2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: type === 'module',
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    // As in libraries and in projects that refer to each other. The compiler then has to name every inferred type.
    declaration: true,
    noEmit: true,
    ...options,
    ...environment,
  };
  await writeFile(join(home, 'package.json'), JSON.stringify({ type }));
  await writeFile(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
  return home;
}
