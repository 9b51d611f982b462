import { chooseFlag, parseArguments, UsageError } from '../lib/arguments.js';
import { renderTable } from '../lib/table.js';
import { VARIABLES } from './settings.js';

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

Exit status: 0 nothing deviates, 1 something does, 2 nothing could be checked, or the arguments
are wrong.

Environment:
${renderTable(
  VARIABLES.map(({ name, purpose, required }) => [`  ${name}`, `${purpose}${required ? ' (required)' : ''}`]),
  2,
)}
`;

/** What the command was told. */
export interface Arguments {
  readonly format: 'text' | 'markdown' | 'json';
  /** In milliseconds. */
  readonly pause: number;
}

// With what an answer may take, it has to fit into what the client gives an attempt.
const MOST_PAUSE = 5_000;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const parsed = parseArguments(args, {
    options: {
      markdown: { type: 'boolean' },
      json: { type: 'boolean' },
      pause: { type: 'string', default: '300' },
    },
  });
  if (!parsed) return undefined;
  const { markdown, json, pause } = parsed.values;
  const ms = Number(pause);
  if (!/^\d+$/.test(pause) || ms > MOST_PAUSE) {
    throw new UsageError(`--pause must be an integer from 0 to ${MOST_PAUSE}.`);
  }
  return { format: chooseFlag({ json, markdown }) ?? 'text', pause: ms };
}
