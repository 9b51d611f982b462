import { runCommand } from '../scripts/lib/command.js';
import { printProgress } from '../scripts/lib/progress.js';
import { createClientProject } from './client-project.js';
import { installRuntimes } from './install.js';
import { type Options, readOptions, USAGE } from './options.js';
import { renderReport } from './report.js';
import { isFailure, type RuntimeResult } from './runtime-result.js';
import { PROCESS_RUNTIMES } from './runtimes.js';
import { testBrowser } from './test-browser.js';
import { testProcess } from './test-process.js';

await runCommand({ usage: USAGE, read: readOptions, run: test });

async function test({ runtimes }: Options): Promise<number> {
  const problem = await installRuntimes(printProgress);
  const results = problem
    ? runtimes.map((runtime) => ({ runtime, missing: problem }))
    : await testAll(runtimes);
  console.log(renderReport(results));
  const inCi = Boolean(process.env['CI']);
  return results.some((result) => isFailure(result, inCi)) ? 1 : 0;
}

async function testAll(runtimes: readonly string[]): Promise<RuntimeResult[]> {
  printProgress('Packing the client …');
  const project = await createClientProject();
  const results: RuntimeResult[] = [];
  try {
    for (const name of runtimes) {
      printProgress(`Testing it on ${name} …`);
      const runtime = PROCESS_RUNTIMES.find((each) => each.name === name);
      results.push(runtime ? await testProcess(runtime, project.folder) : await testBrowser(project.folder));
    }
  } finally {
    await project.remove();
  }
  return results;
}
