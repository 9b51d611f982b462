import { parseArguments, selectNames } from '../lib/arguments.js';
import { FOREIGN_TOOLS } from './foreign-tools.js';

/** What to run. */
export interface Options {
  /** The names of the tools, in the order they run. */
  readonly tools: readonly string[];
}

const NAMES = FOREIGN_TOOLS.map(({ name }) => name);

export const USAGE = `Usage: npm run test:foreign [-- --only NAME]

Gives generated/openapi.json to tools of others, and checks what they make of it: validators, generators of
clients, a Postman converter and mocks. The first run installs them into scripts/foreign/tools/node_modules.

  --only NAME  run one tool; may be repeated
  --help       show this text

Tools: ${NAMES.slice(0, 6).join(', ')},
       ${NAMES.slice(6).join(', ')}

Exit status: 0 every tool says what it has to; 1 a tool does not, or a known limitation is gone; 2 the
arguments are wrong.
`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readOptions(args: readonly string[]): Options | undefined {
  const parsed = parseArguments(args, { options: { only: { type: 'string', multiple: true, default: [] } } });
  return parsed && { tools: selectNames(parsed.values.only, NAMES, 'tool') };
}
