import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type ProcessResult, runProcess } from '../lib/run-process.js';
import type { Project } from './project.js';
import { getToolPath } from './tools.js';

const projects = new URL('consumers/projects/', import.meta.url);

/** The projects in `consumers/projects/`, with the files in which each has the program that uses every entry point. */
export const CONSUMER_PROJECTS = {
  commonjs: ['every-entry-point.js', 'CommonJS'],
  'typescript-commonjs': ['every-entry-point.ts'],
  'typescript-nodenext': ['every-entry-point.ts'],
  'ts-node': ['every-entry-point.ts'],
  tsx: ['every-entry-point.ts'],
  jest: ['every-entry-point.js', 'CommonJS'],
  'ts-jest': ['every-entry-point.ts'],
  'babel-jest': ['every-entry-point.js', 'ES modules'],
  'swc-jest': ['every-entry-point.ts'],
  vitest: ['every-entry-point.ts'],
  esbuild: ['every-entry-point.js', 'ES modules'],
  'esbuild-require': ['every-entry-point.js', 'CommonJS'],
  rollup: ['every-entry-point.js', 'ES modules'],
  webpack: ['every-entry-point.js', 'ES modules'],
  vite: ['every-entry-point.js', 'ES modules'],
  nestjs: ['every-entry-point.ts'],
} as const satisfies Record<string, readonly [file: string, modules?: keyof typeof MODULES]>;

const MODULES = { CommonJS: ts.ModuleKind.CommonJS, 'ES modules': ts.ModuleKind.ES2022 };

/**
 * Copies a project from `consumers/projects/` to where the packages are installed, and runs its tests with `npm test`.
 *
 * @param env The variables of `optionsFromEnv`.
 */
export async function testProject(
  { folder }: Project,
  name: keyof typeof CONSUMER_PROJECTS,
  env: NodeJS.ProcessEnv,
): Promise<ProcessResult> {
  const home = await mkdtemp(join(folder, `${name}-`));
  await cp(new URL(`${name}/`, projects), home, { recursive: true });
  // The packages are in the `node_modules` above, and the tools in this one.
  await symlink(getToolPath(''), join(home, 'node_modules'));
  const [file, modules]: readonly [string, (keyof typeof MODULES)?] = CONSUMER_PROJECTS[name];
  const source = await readFile(new URL('every-entry-point.ts', projects), 'utf8');
  await writeFile(join(home, file), modules ? transpile(source, MODULES[modules]) : source);
  return runProcess('npm', ['test', '--silent'], { cwd: home, env: { ...process.env, ...env } });
}

/** Removes the types of a program. */
function transpile(source: string, module: ts.ModuleKind): string {
  const compilerOptions = { module, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}

/** The path of the folder of projects. */
export const PROJECTS_FOLDER = fileURLToPath(projects);
