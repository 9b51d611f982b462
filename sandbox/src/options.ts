import { END_OF_TIME, isMilliseconds, isSeed } from './lib/checks.js';

/** The options of a sandbox. */
export interface SandboxOptions {
  /**
   * The id of the only client that obtains tokens.
   * @default 'ack_sandbox'
   */
  readonly clientId?: string;
  /**
   * The secret of that client.
   * @default 'sandbox-client-secret'
   */
  readonly clientSecret?: string;
  /**
   * The identifier of the only site whose signed requests are accepted.
   * @default 'S0000000001'
   */
  readonly siteIdentifier?: string;
  /**
   * The secret that signs refunds and reversals.
   * @default 'sandbox-signing-secret'
   */
  readonly signingSecret?: string;
  /**
   * How long a token is valid, in seconds.
   * @default 3600
   */
  readonly tokenLifetime?: number;
  /**
   * How long a capture takes after it is requested or accepted, in milliseconds: an integer.
   * @default 0
   */
  readonly captureDelay?: number;
  /**
   * The unit of `refund_amount`, which the documentation does not state: minor currency units, like all
   * other amounts, or major currency units.
   * @default 'minor'
   */
  readonly refundAmountUnit?: 'minor' | 'major';
  /**
   * An integer from which all identifiers and tokens are generated, so that equal requests get equal
   * responses. With a seed and without `now`, time stands still at the start of 2026 until
   * `clock.advance`.
   * @default a random integer
   */
  readonly seed?: number;
  /**
   * Returns the time, in milliseconds since the Unix epoch. Fractions are ignored.
   * @default Date.now
   */
  readonly now?: () => number;
}

/** Options to change with a reset. */
export interface ResetOptions extends Omit<SandboxOptions, 'now'> {
  /**
   * Returns the time, in milliseconds since the Unix epoch. A number of these milliseconds, or a string such as
   * `2026-01-01T00:00:00Z`, is the time at which the clock stands still until `clock.advance`.
   */
  readonly now?: (() => number) | number | string;
}

/** The options of a sandbox, completed with their defaults. */
export type ResolvedOptions = Required<SandboxOptions>;

/** An option, as far as a flag or a JSON field can state it. */
export interface OptionSpecification {
  /** Its meaning, for a list of flags. */
  readonly summary: string;
  /** Its default, for a list of flags. */
  readonly defaultText: string;
  /** Completes "must be …". */
  readonly expected: string;
  /** Reads its value from a string, such as that of a flag. The value can be invalid. */
  parse(text: string): unknown;
  isValid(value: unknown): boolean;
}

const STRING = {
  expected: 'a non-empty string',
  parse: (text: string) => text,
  isValid: (value: unknown) => typeof value === 'string' && value !== '',
};

/** All options as plain values. `now` is a time at which the clock stands still. */
export const OPTIONS: Readonly<Record<keyof SandboxOptions, OptionSpecification>> = {
  clientId: {
    ...STRING,
    summary: 'id of the only client that obtains tokens',
    defaultText: 'ack_sandbox',
  },
  clientSecret: { ...STRING, summary: 'secret of that client', defaultText: 'sandbox-client-secret' },
  siteIdentifier: {
    ...STRING,
    summary: 'the only site whose signed requests are accepted',
    defaultText: 'S0000000001',
  },
  signingSecret: {
    ...STRING,
    summary: 'secret that signs refunds and reversals',
    defaultText: 'sandbox-signing-secret',
  },
  tokenLifetime: {
    summary: 'how long a token is valid, in seconds',
    defaultText: '3600',
    expected: 'a positive number of seconds',
    parse: parseNumber,
    isValid: (value) => typeof value === 'number' && Number.isFinite(value) && value > 0,
  },
  captureDelay: {
    summary: 'how long a capture takes, in milliseconds',
    defaultText: '0',
    expected: 'an integer of milliseconds, 0 or more',
    parse: parseNumber,
    isValid: isMilliseconds,
  },
  refundAmountUnit: {
    summary: 'unit of refund_amount: minor or major',
    defaultText: 'minor',
    expected: "'minor' or 'major'",
    parse: (text) => text,
    isValid: (value) => value === 'minor' || value === 'major',
  },
  seed: {
    summary: 'integer from which all identifiers and tokens are generated',
    defaultText: 'random',
    expected: 'an integer',
    parse: parseNumber,
    isValid: isSeed,
  },
  now: {
    summary: 'time at which the clock stands still',
    defaultText: 'the time of the machine, or the start of 2026 with a seed',
    expected: 'a time such as 2026-01-01T00:00:00Z, or milliseconds since the Unix epoch',
    parse: (text) => (/^\d+$/.test(text) ? Number(text) : text),
    isValid: (value) => parseTime(value) !== undefined,
  },
};

/** The time at which the clock of a seeded sandbox stands still. */
const SEEDED_TIME = Date.UTC(2026, 0, 1);

/**
 * Checks the options and completes them. An option that is null counts as left out.
 * @param caller Starts the message of an error.
 * @param current The values of options that are left out. By default these are the documented defaults.
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function readOptions(
  options: SandboxOptions,
  caller = 'createSandbox',
  current?: ResolvedOptions,
): ResolvedOptions {
  const given = listGiven(options, caller);
  for (const [name, value] of given) {
    if (name === 'now') check(caller, name, typeof value === 'function', NOW_EXPECTED);
    else check(caller, name, OPTIONS[name].isValid(value), OPTIONS[name].expected);
  }
  const values: SandboxOptions = Object.fromEntries(given);
  return { ...(current ?? createDefaults(values.seed !== undefined)), ...values };
}

/**
 * Checks changes of the options and applies them.
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function changeOptions(changes: ResetOptions, current: ResolvedOptions): ResolvedOptions {
  const isPlain = typeof changes?.now !== 'function';
  const options = isPlain ? readPlainOptions({ ...changes }, 'reset') : (changes as SandboxOptions);
  return readOptions(options, 'reset', current);
}

function createDefaults(isSeeded: boolean): ResolvedOptions {
  return {
    clientId: 'ack_sandbox',
    clientSecret: 'sandbox-client-secret',
    siteIdentifier: 'S0000000001',
    signingSecret: 'sandbox-signing-secret',
    tokenLifetime: 3600,
    captureDelay: 0,
    refundAmountUnit: 'minor',
    seed: crypto.getRandomValues(new Int32Array(1))[0] ?? 0,
    now: isSeeded ? () => SEEDED_TIME : Date.now,
  };
}

/**
 * Turns options that are plain values, such as the fields of a JSON object, into options of the library.
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function readPlainOptions(values: Readonly<Record<string, unknown>>, caller: string): SandboxOptions {
  const given = listGiven(values, caller);
  for (const [name, value] of given) {
    check(caller, name, OPTIONS[name].isValid(value), OPTIONS[name].expected);
  }
  const { now, ...rest } = Object.fromEntries(given);
  const time = parseTime(now);
  return { ...rest, ...(time !== undefined && { now: () => time }) };
}

const NOW_EXPECTED = 'a function that returns milliseconds, like Date.now';

/** Lists the options that are set. */
function listGiven(
  options: object,
  caller: string,
): (readonly [name: keyof SandboxOptions, value: unknown])[] {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${caller}: the options must be an object.`);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(OPTIONS, name));
  if (unknown !== undefined) {
    const known = Object.keys(OPTIONS).join(', ');
    throw new TypeError(`${caller}: there is no option \`${unknown}\`. The options are ${known}.`);
  }
  return (Object.keys(OPTIONS) as (keyof SandboxOptions)[])
    .map((name) => [name, (options as SandboxOptions)[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null);
}

function parseNumber(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** A date, or a time with its zone: RFC 3339, section 5.6. */
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Reads a time that the clock can stand at, in milliseconds since the Unix epoch. */
function parseTime(value: unknown): number | undefined {
  const time = typeof value === 'string' && TIME.test(value) ? Date.parse(value) : value;
  return isMilliseconds(time) && time <= END_OF_TIME ? time : undefined;
}

function check(caller: string, name: string, isValid: boolean, expected: string): void {
  if (!isValid) throw new TypeError(`${caller}: \`${name}\` must be ${expected}.`);
}
