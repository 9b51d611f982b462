import { installRuntimes } from '../../runtimes/install.js';
import { readNoArguments, runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';

const USAGE = `Usage: tsx scripts/packages/install-runtimes.ts

Installs the runtimes on which npm run test:packages loads the packages.

Exit status: 0 they are installed, or cannot be, which the tests show; 1 they cannot be installed in CI; 2 the
arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: install });

async function install(): Promise<number> {
  const problem = await installRuntimes(printProgress);
  return problem && process.env['CI'] ? 1 : 0;
}
