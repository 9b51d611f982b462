import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { selectNames } from '../lib/arguments.js';
import type { Progress } from '../lib/progress.js';
import { listStaleExcuses, readExcuses } from './excuses.js';
import type { MutationOptions } from './options.js';
import { createReport, type MutationReport } from './report.js';
import { type Inputs, openResultsCache } from './results-cache.js';
import type { Mutant, MutantResult } from './runner/mutant.js';
import { createScratchCopy, listFiles, ROOT } from './runner/scratch-copy.js';
import { runPool } from './runner/worker-pool.js';
import { sampleMutants } from './sample-mutants.js';
import { TARGETS } from './targets.js';

/** How many results pass between two lines of progress. */
const STEP = 10;

/**
 * Checks mutants of a target.
 *
 * @param signal Ends the run. The results so far are kept.
 * @throws {UsageError} When a selected mutator does not exist.
 */
export async function runMutation(
  options: MutationOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<MutationReport> {
  const { target: name, sample, seed, only, workers } = options;
  const target = TARGETS[name];
  const started = performance.now();
  const excuses = await readExcuses(new URL('excuses.yaml', import.meta.url), name, Object.keys(TARGETS));
  const mutants = await target.listMutants();
  const mutators = [...new Set(mutants.map(({ mutator }) => mutator))];
  const selected = new Set(selectNames(only ?? [], mutators, 'mutator'));
  const drawn = sampleMutants(
    mutants.filter(({ mutator }) => selected.has(mutator)),
    sample,
    seed,
  );

  const cache = await openResultsCache(
    join(ROOT, 'node_modules/.cache/lddpay-mutation', `${name}.json`),
    await readInputs(target.inputs),
  );
  const byName = new Map(drawn.map((mutant) => [mutant.name, mutant]));
  const results = new Map<string, MutantResult>();
  for (const mutant of drawn) {
    const earlier = cache.find(mutant);
    if (earlier) results.set(mutant.name, earlier);
  }
  const cached = results.size;
  const open = drawn.filter(({ name }) => !results.has(name));
  progress(`${drawn.length} of ${mutants.length} mutants, ${cached} results from earlier runs`);

  const begun = performance.now();
  let saved = Promise.resolve();
  const onResult = (result: MutantResult) => {
    results.set(result.name, result);
    cache.add(byName.get(result.name) as Mutant, result);
    const done = results.size - cached;
    if (done % STEP !== 0 && done !== open.length) return;
    saved = saved.then(cache.save);
    const left = ((performance.now() - begun) / done) * (open.length - done);
    const survived = [...results.values()].filter(({ killedBy }) => killedBy === undefined).length;
    progress(`${done} of ${open.length} checked, ${survived} survive, about ${formatTime(left)} left`);
  };
  let cpuSeconds = 0;
  try {
    const { worker: module, batchSize } = target;
    const pool = { module, workers, batchSize, onResult, signal, createCopy: createScratchCopy };
    cpuSeconds = await runPool(open, pool);
  } finally {
    await saved;
    await cache.save();
  }

  const ordered = drawn.flatMap(({ name }) => results.get(name) ?? []);
  return createReport(
    {
      target: name,
      seed,
      population: mutants.length,
      cached,
      requiredShare: target.requiredShare,
      seconds: (performance.now() - started) / 1000,
      cpuSeconds,
      load: loadavg()[0] ?? 0,
      staleExcuses: listStaleExcuses(excuses, mutants, ordered),
    },
    ordered,
    excuses,
  );
}

async function readInputs(prefixes: readonly string[]): Promise<Inputs> {
  const files = (await listFiles()).filter((file) => prefixes.some((prefix) => file.startsWith(prefix)));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(ROOT, file), 'utf8')] as const)),
  );
}

function formatTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes > 0 ? `${minutes} min` : `${Math.ceil(ms / 1000)} s`;
}
