import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listDescriptionMutants } from './description/list-description-mutants.js';
import type { Mutant } from './runner/mutant.js';
import { ROOT } from './runner/scratch-copy.js';
import { listSourceMutants } from './source/list-source-mutants.js';
import { SOURCE_TARGETS } from './source/targets.js';

/** A part of the project that is mutated. */
export interface Target {
  /** The least share of its mutants without an excuse that has to be killed. */
  readonly requiredShare: number;
  /** How many mutants are drawn by default; undefined for all. */
  readonly sample: number | undefined;
  readonly batchSize: number;
  /** The module that a worker runs. It receives the path of a scratch copy. */
  readonly worker: URL;
  /** The files that its results depend on, by the beginnings of their paths. */
  readonly inputs: readonly string[];
  listMutants(): Promise<readonly Mutant[]>;
}

/** What the tests of each target run with: client and sandbox test each other, and the installed packages both. */
const SHARED_INPUTS = [
  ...['package.json', 'package-lock.json', 'tsconfig', 'vitest.config.ts', '.nvmrc'],
  ...['openapi/', 'generated/', 'src/', 'sandbox/', 'examples/'],
  ...['scripts/lib/', 'scripts/test/', 'scripts/mutation/runner/'],
];

export type TargetName = 'description' | 'client' | 'sandbox';

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  description: {
    requiredShare: 0.95,
    sample: undefined,
    batchSize: 25,
    worker: new URL('description/description-worker.ts', import.meta.url),
    inputs: [
      ...SHARED_INPUTS,
      ...['redocly.yaml', 'scripts/facts/', 'scripts/generate/', 'scripts/mock/'],
      ...['scripts/mutation/description/', 'contract-tests/', 'contract/'],
    ],
    listMutants: async () =>
      listDescriptionMutants(JSON.parse(await readFile(join(ROOT, 'generated/openapi.json'), 'utf8'))),
  },
  client: createSourceTarget('client'),
  sandbox: createSourceTarget('sandbox'),
};

function createSourceTarget(name: keyof typeof SOURCE_TARGETS): Target {
  return {
    requiredShare: 0.9,
    sample: 150,
    batchSize: 1,
    worker: new URL('source/source-worker.ts', import.meta.url),
    inputs: [...SHARED_INPUTS, 'scripts/mutation/source/'],
    async listMutants() {
      const files = Object.values(SOURCE_TARGETS[name]).flatMap(({ modules }) => modules);
      const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')));
      return files.flatMap((file, index) => listSourceMutants(file, texts[index] ?? ''));
    },
  };
}
