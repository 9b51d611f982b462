import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, it } from 'vitest';
import { listStaleExcuses, readExcuses } from './excuses.js';
import { listFiles, ROOT } from './runner/scratch-copy.js';
import { TARGETS, type TargetName } from './targets.js';

/** Where the tests of a target are. */
const TESTS: Readonly<Record<TargetName, string>> = {
  description: 'contract-tests/',
  client: 'src/',
  sandbox: 'sandbox/src/',
};
/** A module of another folder that its tests import. */
const REACHED: Readonly<Record<TargetName, string>> = {
  description: 'contract/src/conformance/description.ts',
  client: 'scripts/lib/secret-patterns.ts',
  sandbox: 'src/client.ts',
};
let files: readonly string[];

beforeAll(async () => {
  files = await listFiles();
});

it.each(Object.keys(TESTS) as TargetName[])(
  'the results of the %s depend on the lockfile and on every module that its tests import',
  async (name) => {
    const tests = files.filter((file) => file.startsWith(TESTS[name]) && isQuickTest(file));
    const reached = await findImported([...tests, 'vitest.config.ts']);
    const { inputs } = TARGETS[name];
    const missing = ['package-lock.json', ...reached].filter(
      (file) => !inputs.some((input) => file.startsWith(input)),
    );

    expect(tests.length).toBeGreaterThan(10);
    expect(reached.size).toBeGreaterThan(100);
    expect([...reached]).toContain(REACHED[name]);
    expect(missing).toEqual([]);
  },
);

it.each(Object.keys(TESTS) as TargetName[])(
  'each excuse of the %s names a mutant that there is',
  async (name) => {
    const excuses = await readExcuses(new URL('excuses.yaml', import.meta.url), name, Object.keys(TESTS));
    const mutants = await TARGETS[name].listMutants();

    expect(listStaleExcuses(excuses, mutants, [])).toEqual([]);
  },
);

/** Those that no run of mutants leaves out. */
function isQuickTest(file: string): boolean {
  return /^(?!.*\.(?:browser|matrix|redis|slow)\.).*\.test\.ts$/.test(file);
}

/** Finds the files of the project that some files import, or import through others. */
async function findImported(start: readonly string[]): Promise<Set<string>> {
  const reached = new Set(start);
  for (const file of reached) {
    if (!file.endsWith('.ts')) continue;
    const { importedFiles } = ts.preProcessFile(await readFile(join(ROOT, file), 'utf8'));
    for (const { fileName } of importedFiles) {
      const path = resolveImport(fileName, file);
      if (path !== undefined) reached.add(path);
    }
  }
  return reached;
}

/** Returns the path of an imported file of the project; undefined for one of an installed package. */
function resolveImport(name: string, from: string): string | undefined {
  if (name === 'lddpay-sandbox') return 'sandbox/src/index.ts';
  const [, entry = 'index'] = /^lddpay(?:\/(.+))?$/.exec(name) ?? [];
  if (/^lddpay(?:\/|$)/.test(name))
    return existsSync(join(ROOT, `src/${entry}.ts`)) ? `src/${entry}.ts` : undefined;
  if (!name.startsWith('.')) return undefined;
  const path = join(from, '..', name);
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(join(ROOT, source)) ? source : path;
}
