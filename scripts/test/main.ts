import { parseArguments } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import { createScriptCommand } from '../lib/npm.js';
import { renderResult, runLanes, type Step } from './run-lanes.js';

const USAGE = `Usage: npm test [-- --slowest]

Runs every check, and every test apart from those of npm run test:packages: the tests on all cores,
and beside them the checks, one after another.

  --slowest  shows at the end which test files took the most processor time

Exit status: 0 all passed; 1 something failed, which the last lines name; 2 the arguments are wrong.
`;

/** The checks, as `npm run` names them. */
const CHECKS = ['lint', 'check:facts', 'check:generated', 'typecheck', 'test:workflows'];

await runCommand({ usage: USAGE, read, run });

function read(args: readonly string[]): { readonly slowest: boolean } | undefined {
  const parsed = parseArguments(args, { options: { slowest: { type: 'boolean' } } });
  return parsed && { slowest: parsed.values.slowest ?? false };
}

async function run({ slowest }: { readonly slowest: boolean }): Promise<number> {
  const script = slowest ? 'test:slowest' : 'test:all';
  // Its output goes through a pipe, where Vitest would leave out the colors.
  const options = process.stdout.isTTY ? ['--color'] : [];
  const tests: Step = { name: 'tests', command: createScriptCommand(script, ...options), isLive: true };
  const checks = CHECKS.map((name): Step => ({ name, command: createScriptCommand(name) }));
  const results = await runLanes([[tests], checks], (text) => process.stdout.write(text));
  process.stdout.write(`\n${results.map(renderResult).join('\n')}\n`);
  return results.every(({ passed }) => passed) ? 0 : 1;
}
