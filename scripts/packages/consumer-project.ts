import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { type ProcessResult, runProcess } from '../lib/run-process.js';
import type { Project } from './project.js';
import { getToolPath } from './tools.js';

const projects = new URL('consumers/projects/', import.meta.url);

const MODULES = { CommonJS: ts.ModuleKind.CommonJS, 'ES modules': ts.ModuleKind.ES2022 };

/** A project of users. */
export interface ConsumerProject {
  /** The name of its folder in `consumers/projects/`. */
  readonly name: string;
  /** The section of the guide `your-project.md` that speaks of it. */
  readonly section: string;
  /** How its copies of shared programs are written. */
  readonly source: 'TypeScript' | 'ES modules' | 'CommonJS';
  /** Whether it has a copy of `pay.spec.ts`, and not only of `every-entry-point.ts`. */
  readonly hasSpec?: true;
}

/** The projects that the guide `your-project.md` speaks of, apart from that of Next.js. */
export const CONSUMER_PROJECTS: readonly ConsumerProject[] = [
  { name: 'commonjs', section: 'CommonJS', source: 'CommonJS' },
  { name: 'typescript-commonjs', section: 'TypeScript', source: 'TypeScript' },
  { name: 'typescript-nodenext', section: 'TypeScript', source: 'TypeScript' },
  { name: 'typescript-exact', section: 'TypeScript', source: 'TypeScript' },
  { name: 'ts-node', section: 'ts-node and tsx', source: 'TypeScript' },
  { name: 'tsx', section: 'ts-node and tsx', source: 'TypeScript' },
  { name: 'jest', section: 'Jest', source: 'CommonJS' },
  { name: 'ts-jest', section: 'Jest', source: 'TypeScript', hasSpec: true },
  { name: 'babel-jest', section: 'Jest', source: 'ES modules', hasSpec: true },
  { name: 'swc-jest', section: 'Jest', source: 'TypeScript', hasSpec: true },
  { name: 'vitest', section: 'Vitest', source: 'TypeScript' },
  { name: 'msw', section: 'Mock Service Worker', source: 'TypeScript' },
  { name: 'esbuild', section: 'esbuild', source: 'ES modules' },
  { name: 'esbuild-require', section: 'esbuild', source: 'CommonJS' },
  { name: 'rollup', section: 'Rollup', source: 'ES modules' },
  { name: 'webpack', section: 'webpack', source: 'ES modules' },
  { name: 'vite', section: 'Vite', source: 'ES modules' },
  { name: 'nestjs', section: 'NestJS', source: 'TypeScript' },
];

/**
 * Copies a project from `consumers/projects/` to where the packages are installed, and runs its tests with `npm test`.
 *
 * @param env The variables of `optionsFromEnv`.
 */
export async function testProject(
  { folder }: Project,
  { name, source, hasSpec }: ConsumerProject,
  env: NodeJS.ProcessEnv,
): Promise<ProcessResult> {
  const home = await mkdtemp(join(folder, `${name}-`));
  await cp(new URL(`${name}/`, projects), home, { recursive: true });
  // The packages are in the `node_modules` above, and the tools in this one.
  await symlink(getToolPath(''), join(home, 'node_modules'));
  for (const shared of ['every-entry-point', ...(hasSpec ? ['pay.spec'] : [])]) {
    const program = await readFile(new URL(`${shared}.ts`, projects), 'utf8');
    if (source === 'TypeScript') await writeFile(join(home, `${shared}.ts`), program);
    else await writeFile(join(home, `${shared}.js`), transpile(program, MODULES[source]));
  }
  return runProcess('npm', ['test', '--silent'], { cwd: home, env: { ...process.env, ...env } });
}

/** Removes the types of a program. */
function transpile(program: string, module: ts.ModuleKind): string {
  const compilerOptions = { module, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(program, { compilerOptions }).outputText;
}
