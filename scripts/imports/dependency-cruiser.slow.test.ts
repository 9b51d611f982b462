import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { runProcess } from '../lib/run-process.js';
import folders from './folders.json' with { type: 'json' };
import { renderFolders } from './render-folders.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = join(ROOT, 'scripts/imports/dependency-cruiser.mjs');
const CRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const names = Object.keys(folders);
const areas = [...new Set(names.map((name) => name.split('/')[0] ?? ''))].filter(
  (area) => area !== 'generated',
);

/** A folder that `folder` may not import. */
const forbiddenFor = (folder: string) => (folder.startsWith('contract-tests') ? 'bench' : 'contract-tests');

/** A module of each place that a folder may import. */
function modulesOf(place: string): string[] {
  if (place === 'packages') return ['src/index.ts', 'sandbox/src/index.ts'];
  if (place.endsWith('/*')) {
    return names.filter((name) => name.startsWith(place.slice(0, -1))).map((name) => `${name}/target.ts`);
  }
  if (place.endsWith('/*.ts')) return [place.replace('*', 'target')];
  return [place.includes('.') ? place : `${place}/target.ts`];
}

/** The files of a project in which every rule is broken once, by the module `planted`. */
function plantedFiles(): Map<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  for (const [folder, { imports }] of Object.entries(folders)) {
    const allowed = imports.flatMap(modulesOf);
    for (const module of allowed) files.set(module, []);
    files.set(`${folder}/target.ts`, []);
    files.set(`${folder}/allowed.ts`, [`${folder}/target.ts`, ...allowed]);
    files.set(`${folder}/planted.ts`, [`${forbiddenFor(folder)}/target.ts`]);
  }
  for (const area of areas) files.set(`${area}/planted.test.ts`, [`${forbiddenFor(area)}/target.ts`]);
  files.set('scripts/new-job/planted.ts', ['scripts/lib/target.ts']);
  files.set('src/lib/planted-dependency.ts', ['node:fs']);
  files.set('src/transport/undici/planted-dependency.ts', ['openapi-fetch']);
  files.set('src/lib/planted-import-of-a-test.ts', ['src/planted.test.ts']);
  files.set('src/lib/planted-cycle.ts', ['src/lib/planted-circle.ts']);
  files.set('src/lib/planted-circle.ts', ['src/lib/planted-cycle.ts']);
  return files;
}

function source(file: string, imports: readonly string[]): string {
  const specifiers = imports.map((module) => {
    if (module.includes(':')) return module;
    const path = relative(dirname(file), module).replace(/\.ts$/, '.js');
    return path.startsWith('.') ? path : `./${path}`;
  });
  return [...specifiers.map((specifier) => `import '${specifier}';`), 'export {};'].join('\n');
}

interface ImportViolation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** Lints a project of these files, and lists what breaks the rules. */
async function lint(files: ReadonlyMap<string, readonly string[]>): Promise<readonly ImportViolation[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'lddpay-imports-'));
  for (const [file, imports] of files) {
    await mkdir(join(cwd, dirname(file)), { recursive: true });
    await writeFile(join(cwd, file), file.endsWith('.json') ? '{}' : source(file, imports));
  }
  await writeFile(join(cwd, 'tsconfig.json'), '{}');
  const args = [CRUISE, '--config', CONFIG, '--output-type', 'json', ...areas, 'generated'];
  const { stdout, stderr } = await runProcess(process.execPath, args, { cwd });
  await rm(cwd, { recursive: true });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout).summary.violations;
}

describe('the linter of imports', () => {
  let violations: readonly ImportViolation[];
  beforeAll(async () => {
    violations = await lint(plantedFiles());
  });

  it('reports a forbidden import in every folder, and none that is allowed', () => {
    const brokenBy = (file: string) =>
      violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
    for (const folder of names) {
      expect(brokenBy(`${folder}/planted.ts`), folder).toContain(folder);
      expect(brokenBy(`${folder}/allowed.ts`), folder).toEqual([]);
    }
    for (const area of areas) expect(brokenBy(`${area}/planted.test.ts`)).toEqual([`tests of ${area}`]);
    expect(brokenBy('scripts/new-job/planted.ts')).toEqual(['unlisted folder']);
    expect(brokenBy('src/lib/planted-dependency.ts')).toEqual(['dependencies of the client']);
    expect(brokenBy('src/transport/undici/planted-dependency.ts')).toEqual([
      'dependencies of the undici transport',
    ]);
    expect(brokenBy('src/lib/planted-import-of-a-test.ts')).toContain('no test in production');
  });

  it('has no rule that the planted imports leave untested', async () => {
    const { default: config } = await import(CONFIG);
    const rules: string[] = config.forbidden.map(({ name }: { name: string }) => name);
    const broken = new Set(violations.map(({ rule }) => rule.name));
    expect(rules.filter((name) => !broken.has(name))).toEqual([]);
  });
});

describe('the folders', () => {
  let listings: readonly (readonly [folder: string, modules: readonly string[]])[];
  beforeAll(async () => {
    listings = await Promise.all(
      names.map(async (folder) => {
        const files = await readdir(join(ROOT, folder));
        return [
          folder,
          files.filter((file) => /\.[jt]sx?$/.test(file) && !/\.test(-d)?\./.test(file)),
        ] as const;
      }),
    );
  });

  it('are those that CONTRIBUTING shows, with what they may import', async () => {
    expect(await readFile(join(ROOT, 'CONTRIBUTING.md'), 'utf8')).toContain(renderFolders());
  });

  it('hold at most 20 production modules each', () => {
    const crowded = listings.filter(([, modules]) => modules.length > 20).map(([folder]) => folder);
    expect(crowded).toEqual([]);
  });
});
