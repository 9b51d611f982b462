import { parseArgs } from 'node:util';

/** The arguments of the command. */
export interface Arguments {
  readonly port: number;
  readonly host: string;
  /** In milliseconds. */
  readonly captureDelay: number;
  readonly seed: number | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export const USAGE = `Usage: lddpay-sandbox [options]

Runs a sandbox of the LDDPay payments API until you press Ctrl-C.

Options:
  --port <number>       port to listen on (default 4010; 0 for any free port)
  --host <address>      address to listen on (default 127.0.0.1, this machine only)
  --capture-delay <ms>  how long captures take, in milliseconds (default 0)
  --seed <number>       generate the same identifiers and tokens every time; time
                        stands still until POST /_sandbox/clock advances it
  --help                show this help
  --version             show the version
`;

/** A wrong use of the command. Its message is printed without a stack trace. */
export class UsageError extends Error {}

/**
 * Reads the arguments of the command line.
 * @throws UsageError when an argument is wrong; the message names it.
 */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  return {
    port: readInteger('port', values.port, 65_535),
    host: values.host,
    captureDelay: readInteger('capture-delay', values['capture-delay'], Number.MAX_SAFE_INTEGER),
    seed: values.seed === undefined ? undefined : readInteger('seed', values.seed, Number.MAX_SAFE_INTEGER),
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

function readInteger(name: string, value: string, max: number): number {
  const number = Number(value);
  if (/^-?\d+$/.test(value) && number >= 0 && number <= max) return number;
  throw new UsageError(`--${name} must be an integer from 0 to ${max}, not '${value}'.`);
}
