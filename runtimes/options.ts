import { parseArguments, selectNames } from '../scripts/lib/arguments.js';
import { RUNTIME_NAMES } from './runtimes.js';

/** What to test. */
export interface Options {
  /** The names of the runtimes, in the order they are tested. */
  readonly runtimes: readonly string[];
}

export const USAGE = `Usage: npm run test:runtimes [-- --only NAME]

Packs the client and tests it on every supported runtime, against the sandbox.
The first run installs the runtimes into runtimes/node_modules.

  --only NAME  test one runtime; may be repeated
  --help       show this text

Runtimes: ${RUNTIME_NAMES.join(', ')}

Exit status: 0 the client behaves the same everywhere, or a runtime is missing and CI is
not set; 1 it does not, or a runtime is missing in CI; 2 the arguments are wrong.
`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readOptions(args: readonly string[]): Options | undefined {
  const parsed = parseArguments(args, { options: { only: { type: 'string', multiple: true, default: [] } } });
  return parsed && { runtimes: selectNames(parsed.values.only, RUNTIME_NAMES, 'runtime') };
}
