import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from './arguments.js';
import { runCommand } from './command.js';
import { runProcess } from './run-process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** How a run of Redocly CLI ended. */
export interface RedoclyResult {
  readonly code: number;
  /** What it printed on both streams, in order. */
  readonly output: string;
}

/**
 * Runs Redocly CLI in the root of the project, offline.
 *
 * @param onOutput Receives what it prints, as it comes.
 */
export async function redocly(
  args: readonly string[],
  onOutput: (chunk: Buffer) => void = () => {},
): Promise<RedoclyResult> {
  const chunks: Buffer[] = [];
  const { status } = await runProcess(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      // Requests to servers on this machine must not go through a proxy.
      NO_PROXY: '*',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
    onOutput: (chunk) => {
      chunks.push(chunk);
      onOutput(chunk);
    },
  });
  return { code: status ?? 1, output: Buffer.concat(chunks).toString() };
}

const USAGE = `Usage: tsx scripts/lib/redocly.ts COMMAND [ARGUMENTS]

Runs a command of Redocly CLI, such as lint, in the root of the project, without
telemetry and without a proxy. COMMAND --help lists the arguments of a command.

Exit status: that of Redocly CLI; 2 no command is given.
`;

/** Everything from the command on is for Redocly CLI to read. */
function readCommand(args: readonly string[]): readonly string[] | undefined {
  const [command] = args;
  if (command === '--help' || command === '-h') return undefined;
  if (command === undefined) throw new UsageError('COMMAND is missing.');
  if (command.startsWith('-')) throw new UsageError(`Unknown option '${command}'.`);
  return args;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand({
    usage: USAGE,
    read: readCommand,
    run: async (args) => (await redocly(args, (chunk) => process.stdout.write(chunk))).code,
  });
}
