import { relative } from 'node:path';
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node';

/** How a run of tests ended. */
export interface TestRun {
  /** The path of the first test file that failed, relative to the root; undefined when all passed. */
  readonly failed: string | undefined;
  /** The first failed test, or the error before any test ran. */
  readonly detail: string;
}

/** Runs test files in this process again and again, without starting anew. */
export interface TestRunner {
  /**
   * Lists the test files below some folders, or that begin with some paths, in the order of these.
   *
   * @throws {Error} When no file begins with one of the paths.
   */
  list(paths: readonly string[]): Promise<string[]>;
  /** Has the next run read a file again that has changed. */
  invalidate(file: string): void;
  /** Runs files in their order until the first failure. */
  run(files: readonly string[]): Promise<TestRun>;
  close(): Promise<void>;
}

/**
 * Creates a runner for the tests of a folder with a Vitest configuration.
 *
 * @param root The absolute path of the folder, without a slash at the end.
 * @param options The tests to run in each file, by their full names; all by default.
 */
export async function createTestRunner(
  root: string,
  { testNamePattern }: { readonly testNamePattern?: RegExp } = {},
): Promise<TestRunner> {
  const order: string[] = [];
  const vitest = await createVitest('test', {
    root,
    watch: false,
    project: ['fetch'],
    // A test in a thread that loops forever can be ended with its process, and counted in its CPU time.
    pool: 'threads',
    maxWorkers: 1,
    bail: 1,
    // On a busy machine, a test that is only slow must not count as failed.
    testTimeout: 60_000,
    reporters: [{}],
    ...(testNamePattern && { testNamePattern }),
    sequence: {
      sequencer: class {
        async shard(files: TestSpecification[]) {
          return files;
        }
        async sort(files: TestSpecification[]) {
          const place = ({ moduleId }: TestSpecification) => order.indexOf(moduleId);
          return files.sort((a, b) => place(a) - place(b));
        }
      },
    },
  });
  return {
    async list(paths) {
      const all = (await vitest.globTestSpecifications()).map(({ moduleId }) => relative(root, moduleId));
      const found = paths.flatMap((path) => {
        const files = all.filter((file) => file.startsWith(path)).sort();
        if (files.length === 0) throw new Error(`No test file begins with ${path}.`);
        return files;
      });
      return [...new Set(found)];
    },
    invalidate: (file) => vitest.invalidateFile(`${root}/${file}`),
    async run(files) {
      const run = await runUntilFailure(files);
      if (!run.isCut) return run;
      // The first failure ends the run, at times before its result has arrived: with one file, it is known whose it is.
      for (const file of files) {
        const { isCut, ...single } = await runUntilFailure([file]);
        if (isCut) return { failed: file, detail: 'did not end' };
        if (single.failed !== undefined) return single;
      }
      return NO_FAILURE;
    },
    close: () => vitest.close(),
  };

  /** Runs files in their order until the first failure. The run is cut when none is known, and some file did not end. */
  async function runUntilFailure(files: readonly string[]): Promise<TestRun & { readonly isCut?: boolean }> {
    order.splice(0, Infinity, ...files.map((file) => `${root}/${file}`));
    const specifications = order.flatMap((file) => vitest.getModuleSpecifications(file));
    vitest.state.clearErrors();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    const modules = order.map((id) => testModules.find(({ moduleId }) => moduleId === id));
    const failed = modules.find((module) => module?.state() === 'failed');
    if (failed) return { failed: relative(root, failed.moduleId), detail: describeFailure(failed) };
    if (unhandledErrors.length > 0)
      return { failed: 'an unhandled error', detail: String(unhandledErrors[0]) };
    return { ...NO_FAILURE, isCut: !modules.every(hasEnded) };
  }
}

const NO_FAILURE: TestRun = { failed: undefined, detail: '' };

function hasEnded(module: TestModule | undefined): boolean {
  return module !== undefined && ['passed', 'skipped'].includes(module.state());
}

function describeFailure(module: TestModule): string {
  for (const test of module.children.allTests('failed')) return test.fullName;
  return module.errors()[0]?.message ?? 'a hook failed';
}
