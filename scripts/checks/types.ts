import { readNoArguments, runCommand } from '../lib/command.js';
import { createScriptCommand } from '../lib/npm.js';
import { runSteps } from '../lib/run-process.js';

const USAGE = `Usage: npm run typecheck

Checks the types of the project, then with the options of a loose project of a user, and
then as the packages are built, until one fails.

Exit status: 0 they are right; 1 they are not; 2 the arguments are wrong.
`;

const PROJECTS = [
  'tsconfig.json',
  'src/testing/tsconfig.loose.json',
  'tsconfig.build.json',
  'sandbox/tsconfig.build.json',
];

await runCommand({ usage: USAGE, read: readNoArguments, run: check });

async function check(): Promise<number> {
  const status = await runSteps(PROJECTS.map((project) => createScriptCommand('tsc', '-p', project)));
  return status === 0 ? 0 : 1;
}
