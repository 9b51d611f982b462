import { readFile, writeFile } from 'node:fs/promises';
import { checkFacts } from '../../facts/compare/check-facts.js';
import { readFacts } from '../../facts/model/facts-file.js';
import { generateFiles } from '../../generate/generate-files.js';
import type { Document } from '../../lib/description.js';
import { serveChecks } from '../runner/serve-checks.js';
import { createTestRunner } from '../runner/test-runner.js';
import { applyDescriptionMutant, type DescriptionMutant } from './description-mutant.js';
import { lintDocuments } from './lint-documents.js';
import { createTypeChecker } from './type-checker.js';

// A process that checks mutants of the description in a scratch copy, whose path is the argument. The cheapest
// checks come first.

/** The tests that read the description, by the beginnings of their paths. */
const TESTS = [
  'contract-tests/inferred/',
  'contract-tests/examples',
  'contract-tests/documented-responses',
  'contract-tests/requests',
  'scripts/generate/',
  'src/call/input',
  'src/observe/',
  'sandbox/src/operations/',
];

const [root = ''] = process.argv.slice(2);
const facts = await readFacts();
const original = JSON.parse(await readFile(`${root}/generated/openapi.json`, 'utf8')) as Document;
const runner = await createTestRunner(root);
const tests = await runner.list(TESTS);
const types = createTypeChecker(root);
const committed = await generateFiles(original);

interface MutatedDocument {
  readonly mutant: DescriptionMutant;
  readonly document: Document;
}

serveChecks<DescriptionMutant>(async (mutants, report) => {
  const reportKilled = ({ name, mutator }: DescriptionMutant, killedBy: string, detail: string) =>
    report({ name, mutator, killedBy, detail });

  const documents = mutants.map((mutant) => ({ mutant, document: applyDescriptionMutant(original, mutant) }));
  const plausible = documents.filter(({ mutant, document }) => {
    const mismatch = findMismatch(document);
    if (mismatch === undefined) return true;
    reportKilled(mutant, 'check:facts', mismatch);
    return false;
  });
  for (const { mutant, document } of await lintAll(plausible)) {
    const { name, mutator } = mutant;
    const files = await generateFiles(structuredClone(document)).catch((error: unknown) => String(error));
    if (typeof files === 'string') {
      reportKilled(mutant, 'generate', files);
      continue;
    }
    const { failed, detail } = await checkFiles(files);
    report({ name, mutator, killedBy: failed, detail });
  }

  async function lintAll(documents: readonly MutatedDocument[]): Promise<readonly MutatedDocument[]> {
    if (documents.length === 0) return [];
    const files = documents.map((_, index) => `${root}/mutant-${index}.json`);
    await Promise.all(
      documents.map(({ document }, index) => writeFile(files[index] ?? '', JSON.stringify(document))),
    );
    const problems = await lintDocuments(files);
    return documents.filter(({ mutant }, index) => {
      const problem = problems[index];
      if (problem === undefined) return true;
      reportKilled(mutant, 'lint:description', problem);
      return false;
    });
  }
});

function findMismatch(document: Document): string | undefined {
  try {
    return checkFacts(facts, document).lines[0];
  } catch (error) {
    return String(error);
  }
}

/** Runs the tests and checks the types with other generated files. */
async function checkFiles(files: ReadonlyMap<string, string>) {
  const changed = [...files].filter(([name, content]) => committed.get(name) !== content);
  try {
    await Promise.all(changed.map(([name, content]) => writeGenerated(name, content)));
    const run = await runner.run(tests);
    if (run.failed !== undefined || changed.every(([name]) => name === 'openapi.json')) return run;
    const error = types.check();
    return error === undefined ? run : { failed: 'typecheck', detail: error };
  } finally {
    await Promise.all(changed.map(([name]) => writeGenerated(name, committed.get(name) ?? '')));
  }
}

async function writeGenerated(name: string, content: string): Promise<void> {
  await writeFile(`${root}/generated/${name}`, content);
  runner.invalidate(`generated/${name}`);
}
