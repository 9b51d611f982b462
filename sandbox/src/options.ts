/** What a sandbox can be told at its start. */
export interface SandboxOptions {
  /** The only client that gets tokens. Default `ack_sandbox`. */
  readonly clientId?: string;
  /** Its secret. Default `sandbox-client-secret`. */
  readonly clientSecret?: string;
  /** The only site whose signed requests are accepted. Default `S0000000001`. */
  readonly siteIdentifier?: string;
  /** The secret that refunds and reversals are signed with. Default `sandbox-signing-secret`. */
  readonly signingSecret?: string;
  /** How long a token is valid, in seconds. Default 3600. */
  readonly tokenLifetime?: number;
  /** How long a capture takes once it is requested or accepted, in milliseconds. Default 0. */
  readonly captureDelay?: number;
  /**
   * The unit of `refund_amount`, which the documentation leaves open: `minor` units as everywhere
   * else, or `major` units. Default `minor`.
   */
  readonly refundAmountUnit?: 'minor' | 'major';
  /**
   * A whole number that all identifiers and tokens are made from, so that equal requests get equal
   * answers. With a seed and without `now`, time stands still at the start of 2026 until
   * `clock.advance`. Default: another one each time.
   */
  readonly seed?: number;
  /** Gives the time, in milliseconds since the Unix epoch. Default `Date.now`. */
  readonly now?: () => number;
}

/** The options with their defaults filled in. */
export interface Settings extends Required<Omit<SandboxOptions, 'seed'>> {
  readonly seed: number;
}

/** Where time stands still in a sandbox with a seed and without a clock of its own. */
const SEEDED_TIME = Date.UTC(2026, 0, 1);

/** Checks the options and fills in the defaults. Throws a TypeError that names a wrong option. */
export function readOptions(options: SandboxOptions): Settings {
  const { seed, now } = options;
  const settings: Settings = {
    clientId: options.clientId ?? 'ack_sandbox',
    clientSecret: options.clientSecret ?? 'sandbox-client-secret',
    siteIdentifier: options.siteIdentifier ?? 'S0000000001',
    signingSecret: options.signingSecret ?? 'sandbox-signing-secret',
    tokenLifetime: options.tokenLifetime ?? 3600,
    captureDelay: options.captureDelay ?? 0,
    refundAmountUnit: options.refundAmountUnit ?? 'minor',
    seed: seed ?? crypto.getRandomValues(new Int32Array(1))[0] ?? 0,
    now: now ?? (seed === undefined ? Date.now : () => SEEDED_TIME),
  };
  for (const name of ['clientId', 'clientSecret', 'siteIdentifier', 'signingSecret'] as const) {
    check(name, typeof settings[name] === 'string' && settings[name] !== '', 'a non-empty string');
  }
  check(
    'tokenLifetime',
    isDuration(settings.tokenLifetime) && settings.tokenLifetime > 0,
    'a positive number of seconds',
  );
  check('captureDelay', isDuration(settings.captureDelay), 'a number of milliseconds, 0 or more');
  check('refundAmountUnit', ['minor', 'major'].includes(settings.refundAmountUnit), "'minor' or 'major'");
  check('seed', isSeed(settings.seed), 'a whole number');
  check('now', typeof settings.now === 'function', 'a function that gives milliseconds, as Date.now does');
  return settings;
}

/** Whether a value can be a seed. */
export function isSeed(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** Whether a value can be a span of time in milliseconds. */
export function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function check(name: string, right: boolean, expected: string): void {
  if (!right) throw new TypeError(`createSandbox: \`${name}\` must be ${expected}.`);
}
