import type { TestRun, TestRunner } from './test-runner.js';

/** How often tests that have to pass run. */
const ATTEMPTS = 3;

/**
 * Runs files that have to pass, and again when one fails: on a busy machine, a test with a short time limit may.
 *
 * @param report Receives a line about each failure.
 * @returns The last run.
 */
export async function runUntilPassed(
  { run }: Pick<TestRunner, 'run'>,
  files: readonly string[],
  report: (line: string) => void,
): Promise<TestRun> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await run(files);
    if (result.failed === undefined) return result;
    const isLast = attempt === ATTEMPTS;
    const next = isLast ? '' : '. It runs again';
    report(
      `${result.failed} fails without a mutant, attempt ${attempt} of ${ATTEMPTS}: ${result.detail}${next}`,
    );
    if (isLast) return result;
  }
}
