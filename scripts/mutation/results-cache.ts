import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFiles } from '../lib/files.js';
import type { Mutant, MutantResult } from './runner/mutant.js';

/** The files that a result depends on, with their contents by path. */
export type Inputs = ReadonlyMap<string, string>;

/** Results of earlier runs. */
export interface ResultsCache {
  /** Returns the result of a mutant when nothing that it depends on has changed. */
  find(mutant: Mutant): MutantResult | undefined;
  add(mutant: Mutant, result: MutantResult): void;
  save(): Promise<void>;
}

type Entries = Record<string, { readonly key: string; readonly result: MutantResult }>;

/**
 * Opens a cache. A mutant that a test noticed depends on that test file alone, so that tests can be added without
 * checking it again; one that survived depends on all test files. Both depend on all other inputs.
 */
export async function openResultsCache(file: string, inputs: Inputs): Promise<ResultsCache> {
  const entries: Entries = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
  const paths = [...inputs.keys()].sort();
  const tests = paths.filter((path) => path.endsWith('.test.ts'));
  const hashFiles = (files: readonly string[]) => {
    const hash = createHash('sha256');
    for (const path of files) hash.update(`${path}\0${inputs.get(path)}\0`);
    return hash.digest('hex');
  };
  const sources = hashFiles(paths.filter((path) => !path.endsWith('.test.ts')));
  const allTests = hashFiles(tests);
  const keyOf = (mutant: Mutant, { killedBy }: MutantResult) => {
    const files = killedBy === undefined ? allTests : hashFiles(tests.filter((path) => path === killedBy));
    return createHash('sha256')
      .update(`${JSON.stringify(mutant)}\0${sources}\0${files}`)
      .digest('hex');
  };
  return {
    find(mutant) {
      const entry = entries[mutant.name];
      return entry && entry.key === keyOf(mutant, entry.result) ? entry.result : undefined;
    },
    add(mutant, result) {
      entries[mutant.name] = { key: keyOf(mutant, result), result };
    },
    async save() {
      await mkdir(dirname(file), { recursive: true });
      writeFiles(new Map([[file, JSON.stringify(entries)]]));
    },
  };
}
