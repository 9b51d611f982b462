import { chooseFlag, parseArguments, UsageError } from '../../scripts/lib/arguments.js';
import { renderTable } from '../../scripts/lib/table.js';
import { VARIABLES } from './settings/settings.js';

/** The text that `--help` prints. */
export const USAGE = `Usage: npx lddpay-contract [--markdown | --json] [--pause MS]

Checks the server at LDDPAY_BASE_URL against the OpenAPI description of LDDPay. The report lists the
statuses that the operations returned, the deviations from the description, and which inferred parts of it
were confirmed or refuted. It also compares what responses mean with the requests and with each other: ids,
amounts, balances, statuses, order, times, repeated keys, pages, links. The check only reads, unless
LDDPAY_LIVE_WRITES=1. The report goes to standard output, the progress to standard error. Neither contains
secrets, tokens or card numbers.

  --markdown   prints the report as the body of an issue
  --json       prints the report as JSON
  --pause MS   the minimum time between two requests, in milliseconds (default 300, at most 5000)
  --help       shows this text
  --version    shows the version

Exit status:
  0  nothing to do
  1  a deviation, or a payment that may still hold money, such as one that stays pending
  2  neither, but something was not checked: the server could not be reached, failed or took too long, the
     provider refused a setting (card, payment id, signing secret) or did not approve a payment at once, or an
     argument or variable is wrong
  129, 130, 143  it was interrupted, by SIGHUP, Ctrl-C or SIGTERM, and there is no report
What is not checked because its settings are not there is a note, and changes no status.

Environment:
${renderTable(
  VARIABLES.map(({ name, purpose, required }) => [`  ${name}`, `${purpose}${required ? ' (required)' : ''}`]),
  2,
)}
`;

/** The arguments of the command. */
export interface Arguments {
  readonly format: 'text' | 'markdown' | 'json';
  /** In ms. */
  readonly pause: number;
  /** Asks for the version instead of a check. */
  readonly version: boolean;
}

// Together with the time for a response, the pause must fit into the client's timeout of an attempt.
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
      version: { type: 'boolean', default: false },
    },
    // A setting in the wrong place can be a secret.
    unexpected: 'Unexpected argument. Settings are environment variables: set them before the command.',
  });
  if (!parsed) return undefined;
  const { markdown, json, pause, version } = parsed.values;
  const ms = Number(pause);
  if (!/^\d+$/.test(pause) || ms > MOST_PAUSE) {
    throw new UsageError(`--pause must be an integer of milliseconds from 0 to ${MOST_PAUSE}.`);
  }
  return { format: chooseFlag({ json, markdown }) ?? 'text', pause: ms, version };
}
