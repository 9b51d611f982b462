import { runProcess } from '../scripts/lib/run-process.js';
import { bundleSuite } from './bundle.js';
import { KNOWN_DIFFERENCES } from './differences.js';
import { type RuntimeResult, summarizeRun } from './runtime-result.js';
import type { ProcessRuntime } from './runtimes.js';
import { lastCompleted, parseResult, SUITE_TIMEOUT, type SuiteRun } from './suite-run.js';
import { startTestEnvironment } from './test-environment.js';

/** How much of a runtime's error output is shown, in characters. */
const SHOWN = 2_000;

/**
 * Tests the client on a runtime, against a new sandbox.
 *
 * @param project A folder that has the client installed.
 */
export async function testProcess(runtime: ProcessRuntime, project: string): Promise<RuntimeResult> {
  const { name, entry, binary } = runtime;
  const version = await readVersion(binary);
  if (version === undefined) return { runtime: name, missing: `${binary} is missing or does not start` };
  const { settings, close } = await startTestEnvironment();
  try {
    const bundle = await bundleSuite(project, entry, settings);
    const run = await runSuite(binary, runtime.args(bundle), project);
    return summarizeRun(name, version, run, KNOWN_DIFFERENCES[name]);
  } finally {
    await close();
  }
}

/** The version that a runtime reports; undefined when it is missing or does not start. */
async function readVersion(binary: string): Promise<string | undefined> {
  const ended = await runProcess(binary, ['--version']).catch(() => undefined);
  return ended?.status === 0 ? /\d[\d.-]*\d/.exec(ended.stdout)?.[0] : undefined;
}

/** Runs the suite in a process, which prints a line for each result. */
export async function runSuite(binary: string, args: readonly string[], cwd: string): Promise<SuiteRun> {
  const { status, stdout, stderr } = await runProcess(binary, args, { cwd, timeout: SUITE_TIMEOUT });
  const results = stdout
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(parseResult);
  // A runtime that has nothing more to wait for may end successfully in the middle.
  if (status === 0 && results.at(-1)?.left === 0) return { results };
  const reason =
    status === null ? `it was killed, after ${SUITE_TIMEOUT} ms at most` : `it exited with ${status}`;
  return { results, crash: `${reason}, after: ${lastCompleted(results)}\n${stderr.slice(-SHOWN)}` };
}
