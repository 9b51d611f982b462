#!/usr/bin/env node
import { createRequire } from 'node:module';
import { UsageError } from '../../scripts/lib/arguments.js';
import { runCommand } from '../../scripts/lib/command.js';
import { printProgress } from '../../scripts/lib/progress.js';
import { runCheck } from './run-check.js';
import { type Arguments, readArguments, USAGE } from './usage.js';

await runCommand({ usage: USAGE, read, run, failureStatus: 2 });

/** Reads the arguments. A mistake is followed by one line, since the usage would push it off the screen. */
function read(args: readonly string[]): Arguments | undefined {
  try {
    return readArguments(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new Error(`${error.message}\nRun lddpay-contract --help for all options.`);
  }
}

async function run(args: Arguments): Promise<number> {
  if (args.version) {
    process.stdout.write(`${createRequire(import.meta.url)('lddpay-contract/package.json').version}\n`);
    return 0;
  }
  // Prism loads Node's punycode, of which Node.js 24 warns. It means nothing to the user of this command.
  process.noDeprecation = true;
  const print = (text: string) => process.stdout.write(`${text}\n`);
  return runCheck(args, process.env, { print, progress: printProgress });
}
