import { installRuntimes } from '../../runtimes/install.js';
import { readNoArguments, runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { runSteps } from '../lib/run-process.js';

const USAGE = `Usage: npm run test:packages

Tests the packages as their users get them: packed, installed into empty projects,
imported, compiled, bundled and measured, with the tools of users and on other runtimes.
The first run installs 300 MB into scripts/packages/tools/ and 1 GB into runtimes/.
Needs the registry, and says so where it is skipped; with CI=true that is a failure.

Exit status: 0 all passed, or was skipped; 1 something failed; 2 the arguments are wrong.
`;

/** By its path, since npm adds it to the PATH of its scripts alone. */
const VITEST = 'node_modules/vitest/vitest.mjs';

await runCommand({ usage: USAGE, read: readNoArguments, run });

async function run(): Promise<number> {
  const problem = await installRuntimes(printProgress);
  if (problem && process.env['CI']) return 1;
  // One file after another: each builds the packages in this checkout, and would change what another one packs.
  const options = ['--project', 'fetch', '--reporter', 'verbose', '--no-file-parallelism'];
  return runSteps([[process.execPath, VITEST, 'run', 'scripts/packages', ...options]]);
}
