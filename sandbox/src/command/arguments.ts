import { parseArgs } from 'node:util';

/** What the command was told. */
export interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly captureDelay: number;
  readonly seed: number | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export const USAGE = `Usage: lddpay-sandbox [options]

Runs a sandbox of the LDDPay payments API until Ctrl-C.

Options:
  --port <number>       where to listen (default 4010; 0 for any free port)
  --host <address>      on which interface (default 127.0.0.1, this machine only)
  --capture-delay <ms>  how long captures take (default 0)
  --seed <number>       the same identifiers and tokens every time; time stands still
                        until it is advanced by POST /_sandbox/clock
  --help                show this text
  --version             show the version
`;

/** A mistake of use, told without a stack trace. */
export class UsageError extends Error {}

/** Reads the arguments of the command line. Throws a {@link UsageError} that names a wrong one. */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  return {
    port: wholeNumber('port', values.port, 0, 65_535),
    host: values.host,
    captureDelay: wholeNumber('capture-delay', values['capture-delay'], 0, Number.MAX_SAFE_INTEGER),
    seed:
      values.seed === undefined ? undefined : wholeNumber('seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    help: values.help,
    version: values.version,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        'capture-delay': { type: 'string', default: '0' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not '${text}'.`);
}
