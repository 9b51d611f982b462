import { parseArgs } from 'node:util';
import { readListenOptions } from '../http/listen-options.js';
import { MAX_MILLISECONDS, MAX_SECONDS, MAX_SEED, readOptions, type SandboxOptions } from '../options.js';
import type { ListenOptions } from '../sandbox.js';

/** The arguments of the command. */
export interface Arguments {
  readonly sandbox: SandboxOptions;
  readonly listen: Required<ListenOptions>;
  /** Whether to open the page of the sandbox in a browser. */
  readonly open: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export const USAGE = `Usage: lddpay-sandbox [options]

Runs a sandbox of the LDDPay payments API until you press Ctrl-C.

Server:
  --port <number>              port to listen on (default 4010; 0: a free one)
  --host <address>             address to listen on (default 127.0.0.1)
  --allowed-host <name>        serve requests to this host name, such as a
                               container's; .example.com for all its subdomains;
                               repeatable
  --cors <origin>              allow requests of web pages of this origin, such
                               as http://localhost:5173; repeatable
  --open                       open the page of the sandbox in a browser

API:
  --client-id <id>             the only client (default ack_sandbox)
  --client-secret <text>       its secret (default sandbox-client-secret)
  --site-identifier <id>       the only site that signs requests (default
                               S0000000001)
  --signing-secret <text>      its secret (default sandbox-signing-secret)
  --token-lifetime <s>         how long a token is valid, in s (default 3600; at
                               most ${MAX_SECONDS}: ten years)
  --capture-delay <ms>         how long captures take, in ms (default 0; at most
                               ${MAX_MILLISECONDS}: ten years)
  --refund-amount-unit <unit>  unit of refund_amount: minor (default) or major
  --key-lifetime <ms>          how long an idempotency key is kept, in ms
                               (default 86400000: a day; at most
                               ${MAX_MILLISECONDS}: ten years)
  --strict-keys                refuse a key that is repeated with another body,
                               even if only its signature is new
  --seed <number>              generate the same identifiers and tokens every
                               time; time stands still until
                               POST /_sandbox/clock advances it

  --help                       show this help
  --version                    show the version
`;

/** A wrong use of the command. Its message is printed without a stack trace. */
export class UsageError extends Error {}

const FLAGS = {
  port: { type: 'string', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  'allowed-host': { type: 'string', multiple: true, default: [] as string[] },
  cors: { type: 'string', multiple: true, default: [] as string[] },
  open: { type: 'boolean', default: false },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  'site-identifier': { type: 'string' },
  'signing-secret': { type: 'string' },
  'token-lifetime': { type: 'string' },
  'capture-delay': { type: 'string' },
  'refund-amount-unit': { type: 'string' },
  'key-lifetime': { type: 'string' },
  'strict-keys': { type: 'boolean' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/**
 * Reads the arguments of the command line.
 * @throws UsageError when an argument is wrong; the message names it.
 */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  const sandbox = {
    ...pick('clientId', values['client-id']),
    ...pick('clientSecret', values['client-secret']),
    ...pick('siteIdentifier', values['site-identifier']),
    ...pick('signingSecret', values['signing-secret']),
    ...pick('tokenLifetime', readOptionalInteger('token-lifetime', values['token-lifetime'], MAX_SECONDS, 1)),
    ...pick('captureDelay', readOptionalInteger('capture-delay', values['capture-delay'], MAX_MILLISECONDS)),
    ...pick('refundAmountUnit', values['refund-amount-unit'] as SandboxOptions['refundAmountUnit']),
    ...pick('keyLifetime', readOptionalInteger('key-lifetime', values['key-lifetime'], MAX_MILLISECONDS)),
    ...pick('strictKeys', values['strict-keys']),
    ...pick('seed', readOptionalInteger('seed', values.seed, MAX_SEED, -MAX_SEED)),
  };
  const listen = {
    port: readInteger('port', values.port, 65_535),
    host: values.host,
    allowedHosts: values['allowed-host'],
    cors: values.cors,
  };
  check(() => readOptions(sandbox));
  check(() => readListenOptions(listen));
  return {
    sandbox,
    listen,
    open: values.open,
    help: values.help,
    version: values.version,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Returns an object with a property, or without it when its value is undefined. */
function pick<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: Value };
}

/** Runs a check of the library, and names the flag of a wrong option. */
function check(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/^\w+: `(\w+)`/, (_, name: string) => `--${findFlag(name)}`));
  }
}

/** Returns the name of the flag for an option of the sandbox or of `listen`. */
function findFlag(name: string): string {
  // The flag is repeated, once for each host.
  return name === 'allowedHosts' ? 'allowed-host' : toKebabCase(name);
}

/** Returns the name of the flag for an option of the sandbox. */
export function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function readOptionalInteger(
  name: string,
  value: string | undefined,
  max: number,
  min = 0,
): number | undefined {
  return value === undefined ? undefined : readInteger(name, value, max, min);
}

function readInteger(name: string, value: string, max: number, min = 0): number {
  const number = Number(value);
  if (/^-?\d+$/.test(value) && number >= min && number <= max) return number;
  throw new UsageError(`--${name} must be an integer from ${min} to ${max}, not '${value}'.`);
}
