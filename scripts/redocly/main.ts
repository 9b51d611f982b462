import { UsageError } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import { redocly } from '../lib/redocly.js';

const USAGE = `Usage: tsx scripts/redocly/main.ts COMMAND [ARGUMENTS]

Runs a command of Redocly CLI, such as lint, in the root of the project, without
telemetry and without a proxy. COMMAND --help lists the arguments of a command.

Exit status: that of Redocly CLI; 2 no command is given.
`;

await runCommand({
  usage: USAGE,
  read: readCommand,
  run: async (args) => (await redocly(args, (chunk) => process.stdout.write(chunk))).code,
});

/** Everything from the command on is for Redocly CLI to read. */
function readCommand(args: readonly string[]): readonly string[] | undefined {
  const [command] = args;
  if (command === '--help' || command === '-h') return undefined;
  if (command === undefined) throw new UsageError('COMMAND is missing.');
  if (command.startsWith('-')) throw new UsageError(`Unknown option '${command}'.`);
  return args;
}
