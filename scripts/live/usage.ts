import { parseArgs } from 'node:util';
import { CannotRun } from './settings/cannot-run.js';
import { VARIABLES } from './settings/settings.js';

const WIDTH = Math.max(...VARIABLES.map(({ name }) => name.length));

/** The text that `--help` prints. */
export const USAGE = `Usage: npm run -s test:live -- [--markdown | --json] [--pause MS]

Checks the server at LDDPAY_BASE_URL against the description. The report lists the statuses that the
operations returned, the deviations from the description, and which inferred parts of it were confirmed
or refuted. The check only reads, unless LDDPAY_LIVE_WRITES=1. The report goes to standard output, the
progress to standard error. Neither contains secrets, tokens or card numbers.

  --markdown   prints the report as the body of an issue
  --json       prints the report as JSON
  --pause MS   the minimum time between two requests, in milliseconds (default 300)
  --help       shows this text

Exit status: 0 no deviation, 1 at least one deviation, 2 the server could not be checked.

Environment:
${VARIABLES.map(({ name, purpose, required }) => `  ${name.padEnd(WIDTH)}  ${purpose}${required ? ' (required)' : ''}`).join('\n')}
`;

/** What the command was told. */
export interface Arguments {
  readonly format: 'text' | 'markdown' | 'json';
  /** In milliseconds. */
  readonly pause: number;
  readonly help: boolean;
}

// With what an answer may take, it has to fit into what the client gives an attempt.
const MOST_PAUSE = 5_000;

/** Reads the arguments of the command line. Throws CannotRun that says what is wrong with them. */
export function readArguments(args: readonly string[]): Arguments {
  const { markdown, json, pause, help } = parse(args);
  const ms = Number(pause);
  if (!/^\d+$/.test(pause) || ms > MOST_PAUSE) {
    throw new CannotRun(`--pause must be a whole number from 0 to ${MOST_PAUSE}.`);
  }
  return { format: json ? 'json' : markdown ? 'markdown' : 'text', pause: ms, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        markdown: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        pause: { type: 'string', default: '300' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}
