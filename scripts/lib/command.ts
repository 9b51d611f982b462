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

/** Reads the arguments of a command that takes none apart from `--help`. */
export function readNoArguments(args: readonly string[]): object | undefined {
  return parseArguments(args);
}

/**
 * Runs a command with the arguments of this process and sets the exit status: 0 after `--help`, 2 after a mistake
 * of use, `failureStatus` after an error or when its output cannot be written, otherwise what the command returns.
 * SIGINT and SIGTERM end it with 130 and 143, after what it owns has been removed.
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
