import { parseArgs } from 'node:util';
import { CannotRun } from './cannot-run.js';
import { VARIABLES } from './settings.js';

const WIDTH = Math.max(...VARIABLES.map(({ name }) => name.length));

/** What `--help` prints. */
export const USAGE = `Usage: npm run -s test:live -- [--markdown | --json] [--pause MS]

Holds the server behind LDDPAY_BASE_URL against the description: what answered, what deviates and how,
and which of the inferred parts of the description were confirmed or refuted. It reads, and writes
nothing unless LDDPAY_LIVE_WRITES=1. The report is on standard output, the progress on standard error;
neither holds a secret, a token, a card number or anything else that the server sent.

  --markdown   the report as the body of an issue
  --json       the report for a program
  --pause MS   the least time between two requests, in milliseconds (default 300)
  --help       show this text

Exit status: 0 nothing deviates, 1 something does, 2 nothing could be checked.

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
