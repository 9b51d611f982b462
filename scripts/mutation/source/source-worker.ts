import { readFile, writeFile } from 'node:fs/promises';
import { runUntilPassed } from '../runner/run-until-passed.js';
import { serveChecks } from '../runner/serve-checks.js';
import { createTestRunner, type TestRun } from '../runner/test-runner.js';
import { createTypeChecker, type TypeChecker } from '../runner/type-checker.js';
import { orderTests } from './order-tests.js';
import { applySourceMutant, type SourceMutant } from './source-mutant.js';
import { listGroups } from './targets.js';

// A process that checks mutants of TypeScript modules in a scratch copy, whose path is the argument.

/** The name of the check of types, as the mutants of the description have it. */
const TYPES = 'typecheck';

const [root = ''] = process.argv.slice(2);
const runner = await createTestRunner(root);
const tests = await runner.list(['']);

const passing = new Set<string>();

const typeCheckers = new Map<string, TypeChecker>();

serveChecks<SourceMutant>(async (mutants, report) => {
  for (const mutant of mutants) {
    const { name, mutator, file } = mutant;
    const group = listGroups().find(({ modules }) => modules.includes(file));
    if (!group) throw new Error(`No group of modules has ${file}.`);
    let files = orderTests(file, group, tests);
    let run = await runChanged(mutant, files);
    while (run.failed !== undefined && run.failed !== TYPES && !(await passesWithoutMutant(run.failed))) {
      const { failed } = run;
      files = files.filter((test) => test !== failed);
      run = await runChanged(mutant, files);
    }
    report({ name, mutator, killedBy: run.failed, detail: run.detail });
  }
});

/** Runs tests with the change of a mutant, checks its types when none fails, and undoes it. */
async function runChanged(mutant: SourceMutant, files: readonly string[]): Promise<TestRun> {
  const path = `${root}/${mutant.file}`;
  const original = await readFile(path, 'utf8');
  try {
    await writeFile(path, applySourceMutant(original, mutant));
    runner.invalidate(mutant.file);
    const run = await runner.run(files);
    const error = run.failed === undefined ? checkTypes(mutant.file) : undefined;
    return error === undefined ? run : { failed: TYPES, detail: error };
  } finally {
    await writeFile(path, original);
    runner.invalidate(mutant.file);
  }
}

/** Returns the first type error in a module. */
function checkTypes(file: string): string | undefined {
  const [folder] = file.split(/(?<=src\/)/, 1) as [string];
  const checker = typeCheckers.get(folder) ?? createTypeChecker(root, { compiled: folder, changing: folder });
  typeCheckers.set(folder, checker);
  return checker.check(file);
}

/** Tells whether a failed test passes without a mutant: one that fails anyway notices nothing. */
async function passesWithoutMutant(file: string): Promise<boolean> {
  if (passing.has(file)) return true;
  const { failed } = await runUntilPassed(runner, [file], (line) => process.stderr.write(`${line}\n`));
  if (failed === undefined) passing.add(file);
  return failed === undefined;
}
