import { readFile, writeFile } from 'node:fs/promises';
import { serveChecks } from '../runner/serve-checks.js';
import { createTestRunner, type TestRun } from '../runner/test-runner.js';
import { orderTests } from './order-tests.js';
import { applySourceMutant, type SourceMutant } from './source-mutant.js';
import { listGroups } from './targets.js';

// A process that checks mutants of TypeScript modules in a scratch copy, whose path is the argument.

const [root = ''] = process.argv.slice(2);
const runner = await createTestRunner(root);
const tests = await runner.list(['']);

const passing = new Set<string>();

serveChecks<SourceMutant>(async (mutants, report) => {
  for (const mutant of mutants) {
    const { name, mutator, file } = mutant;
    const path = `${root}/${file}`;
    const original = await readFile(path, 'utf8');
    const group = listGroups().find(({ modules }) => modules.includes(file));
    if (!group) throw new Error(`No group of modules has ${file}.`);
    let run: TestRun;
    try {
      await writeFile(path, applySourceMutant(original, mutant));
      runner.invalidate(file);
      run = await runner.run(orderTests(file, group, tests));
    } finally {
      await writeFile(path, original);
      runner.invalidate(file);
    }
    if (run.failed !== undefined) await requirePassing(run.failed);
    report({ name, mutator, killedBy: run.failed, detail: run.detail });
  }
});

/** A test that fails anyway notices nothing. */
async function requirePassing(file: string): Promise<void> {
  if (passing.has(file)) return;
  const { failed, detail } = await runner.run([file]);
  if (failed !== undefined) throw new Error(`${file} fails without a mutant: ${detail}`);
  passing.add(file);
}
