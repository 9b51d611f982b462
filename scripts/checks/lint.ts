import { readNoArguments, runCommand } from '../lib/command.js';
import { createScriptCommand } from '../lib/npm.js';
import { printProgress } from '../lib/progress.js';
import { runSteps } from '../lib/run-process.js';

const USAGE = `Usage: npm run lint

Lints the description, the workflows, the code, its imports, and the workflows of
GitHub Actions, one after another, until one fails.

Exit status: 0 all pass; 2 the arguments are wrong; otherwise that of the linter that failed.
`;

const SCRIPTS = ['lint:description', 'lint:workflows', 'lint:code', 'lint:imports', 'lint:actions'];

await runCommand({ usage: USAGE, read: readNoArguments, run: lint });

async function lint(): Promise<number> {
  for (const script of SCRIPTS) {
    printProgress(`Running ${script} …`);
    const status = await runSteps([createScriptCommand(script)]);
    if (status !== 0) return status;
  }
  return 0;
}
