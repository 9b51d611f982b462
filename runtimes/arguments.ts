import { parseArgs } from 'node:util';

/** What the command was told. */
export interface Arguments {
  /** The runtimes to test; all of them when there is none. */
  readonly only: readonly string[];
}

/** A mistake of use, told together with the usage. */
export class UsageError extends Error {}

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @param names What the runtimes are called.
 * @throws UsageError that says what is wrong with them.
 */
export function readArguments(args: readonly string[], names: readonly string[]): Arguments | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no runtime '${unknown}'.`);
  return { only: values.only };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @param names What the runtimes are called. */
export function usageOf(names: readonly string[]): string {
  return `Usage: npm run test:runtimes [-- --only NAME]

Packs the client and tests it on every runtime that it is for, against the sandbox.
The runtimes are installed into runtimes/node_modules when they are first needed.

  --only NAME  test one runtime; may be given more than once
  --help       show this text

Runtimes: ${names.join(', ')}

Exit status: 0 the client behaves everywhere, or a runtime is missing and CI is not set;
1 it does not, or a runtime is missing in CI; 2 the arguments are wrong.
`;
}
