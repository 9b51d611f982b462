import { parseArguments, UsageError } from './arguments.js';
import { cleanUpOnSignals, isInterrupted } from './interruption.js';

/** A program that is started from a shell. */
export interface Command<Arguments> {
  /** The text that `--help` prints. */
  readonly usage: string;
  /**
   * Reads the arguments: undefined when they ask for help.
   *
   * @throws {UsageError} When they are wrong.
   */
  readonly read: (args: readonly string[]) => Arguments | undefined;
  /** Does the job and returns the exit status. */
  readonly run: (args: Arguments) => Promise<number>;
  /** The exit status when `run` rejects. @default 1 */
  readonly failureStatus?: number;
}

/** The oldest Node.js that the project supports: `engines` of its package.json. */
const OLDEST_NODE = [20, 19] as const;

/** Says that Node.js is too old; undefined when it is not. Deno and Bun name a version of Node.js too. */
export function describeOldNode({ node = '', deno, bun }: NodeJS.Dict<string>): string | undefined {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [oldest, least] = OLDEST_NODE;
  if (deno ?? bun ?? (major > oldest || (major === oldest && minor >= least))) return undefined;
  return `This command needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${node}.`;
}

/** Reads the arguments of a command that takes none apart from `--help`. */
export function readNoArguments(args: readonly string[]): object | undefined {
  return parseArguments(args);
}

/**
 * Runs a command with the arguments of this process and sets the exit status: 0 after `--help`, 2 after a mistake
 * of use and on an old Node.js, `failureStatus` after an error or when its output cannot be written, otherwise what the command returns.
 * SIGHUP, SIGINT and SIGTERM end it with 129, 130 and 143, after what it owns has been removed.
 */
export async function runCommand<Arguments>(command: Command<Arguments>): Promise<void> {
  const { failureStatus = 1 } = command;
  let isLost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The command goes on when whoever read its output has gone, as with `| head`. Its exit status still counts.
    if (error.code === 'EPIPE' || isLost) return;
    isLost = true;
    process.exitCode = failureStatus;
    process.stderr.write(`The output cannot be written: ${error.message}\n`);
  });
  // Only progress is lost, and there is nowhere left to say so.
  process.stderr.on('error', () => {});
  cleanUpOnSignals();
  const status = await execute(command, process.argv.slice(2));
  process.exitCode = isLost ? failureStatus : status;
}

async function execute<Arguments>(
  { usage, read, run, failureStatus = 1 }: Command<Arguments>,
  args: readonly string[],
): Promise<number> {
  const oldNode = describeOldNode(process.versions);
  if (oldNode !== undefined) {
    process.stderr.write(`${oldNode}\n`);
    return 2;
  }
  try {
    const parsed = read(args);
    if (parsed !== undefined) return await run(parsed);
    process.stdout.write(`${usage.trimEnd()}\n`);
    return 0;
  } catch (error) {
    if (isInterrupted()) return failureStatus;
    const misused = error instanceof UsageError;
    process.stderr.write(`${misused ? `${error.message}\n\n${usage.trimEnd()}` : explain(error)}\n`);
    return misused ? 2 : failureStatus;
  }
}

/** An error for people. A mistake in the code keeps its stack trace. */
function explain(error: unknown): string {
  const isBug = [TypeError, ReferenceError, RangeError].some((bug) => error instanceof bug);
  if (!(error instanceof Error)) return String(error);
  return isBug ? (error.stack ?? error.message) : error.message;
}
