import { writeFile } from 'node:fs/promises';
import { checkFacts } from '../../facts/compare/check-facts.js';
import type { Facts } from '../../facts/model/facts.js';
import { generateFiles } from '../../generate/generate-files.js';
import type { Document } from '../../lib/description.js';
import { runUntilPassed } from '../runner/run-until-passed.js';
import type { CheckMutants } from '../runner/serve-checks.js';
import type { TestRunner } from '../runner/test-runner.js';
import { createTypeChecker } from '../runner/type-checker.js';
import { applyDescriptionMutant, type DescriptionMutant } from './description-mutant.js';
import { lintDocuments } from './lint-documents.js';

/** What mutants are checked with. */
export interface DescriptionChecks {
  /** A copy of the project that may change, without a slash at the end. */
  readonly root: string;
  /** The bundled description. */
  readonly original: Document;
  readonly facts: Facts;
  /** The beginnings of the paths of test files, in the order in which they run. */
  readonly tests: readonly string[];
  /** Runs the tests of the copy. Whoever created it closes it. */
  readonly runner: TestRunner;
}

interface MutatedDocument {
  readonly mutant: DescriptionMutant;
  readonly document: Document;
}

/**
 * Prepares the checks of mutants of the description: facts, lint, generation, tests, types. The cheapest come first,
 * and the first that fails ends them.
 *
 * @throws {Error} When a test fails three times without a mutant, or the check of types fails.
 */
export async function createDescriptionCheck({
  root,
  original,
  facts,
  tests: paths,
  runner,
}: DescriptionChecks): Promise<CheckMutants<DescriptionMutant>> {
  const committed = await generateFiles(original);
  const tests = await runner.list(paths);
  const { failed, detail } = await runUntilPassed(runner, tests, (line) => process.stderr.write(`${line}\n`));
  if (failed !== undefined) throw new Error(`${failed} fails without a mutant: ${detail}`);
  const types = createTypeChecker(root, { compiled: 'src/', changing: 'generated/' });
  const error = types.check('src/');
  if (error !== undefined) throw new Error(`The types fail without a mutant: ${error}`);

  return async (mutants, report) => {
    const documents = mutants.map((mutant) => ({
      mutant,
      document: applyDescriptionMutant(original, mutant),
    }));
    const stated = drop(documents, 'check:facts', ({ document }) => findMismatch(facts, document));
    const problems = await lintAll(root, stated);
    const valid = drop(stated, 'lint:description', (_, index) => problems[index]);
    for (const { mutant, document } of valid) {
      const { name, mutator } = mutant;
      const files = await generateFiles(structuredClone(document)).catch((error: unknown) => String(error));
      const { failed, detail } =
        typeof files === 'string' ? { failed: 'generate', detail: files } : await checkFiles(files);
      report({ name, mutator, killedBy: failed, detail });
    }

    /** Reports the mutants in which a check finds something, and returns the others. */
    function drop(
      documents: readonly MutatedDocument[],
      check: string,
      find: (document: MutatedDocument, index: number) => string | undefined,
    ): MutatedDocument[] {
      return documents.filter((document, index) => {
        const detail = find(document, index);
        const { name, mutator } = document.mutant;
        if (detail !== undefined) report({ name, mutator, killedBy: check, detail });
        return detail === undefined;
      });
    }
  };

  /** Runs the tests and checks the types with other generated files. */
  async function checkFiles(files: ReadonlyMap<string, string>) {
    const changed = [...files].filter(([name, content]) => committed.get(name) !== content);
    try {
      await Promise.all(changed.map(([name, content]) => writeGenerated(name, content)));
      const run = await runner.run(tests);
      if (run.failed !== undefined || changed.every(([name]) => name === 'openapi.json')) return run;
      const error = types.check('src/');
      return error === undefined ? run : { failed: 'typecheck', detail: error };
    } finally {
      await Promise.all(changed.map(([name]) => writeGenerated(name, committed.get(name) ?? '')));
    }
  }

  async function writeGenerated(name: string, content: string): Promise<void> {
    await writeFile(`${root}/generated/${name}`, content);
    runner.invalidate(`generated/${name}`);
  }
}

function findMismatch(facts: Facts, document: Document): string | undefined {
  try {
    return checkFacts(facts, document).lines[0];
  } catch (error) {
    return String(error);
  }
}

async function lintAll(
  root: string,
  documents: readonly MutatedDocument[],
): Promise<readonly (string | undefined)[]> {
  if (documents.length === 0) return [];
  const files = documents.map((_, index) => `${root}/mutant-${index}.json`);
  await Promise.all(
    documents.map(({ document }, index) => writeFile(files[index] ?? '', JSON.stringify(document))),
  );
  return lintDocuments(files);
}
