import { isDuration, isSeed } from './lib/checks.js';

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
   * How long a capture takes after it is requested or accepted, in milliseconds.
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
   * Returns the time, in milliseconds since the Unix epoch.
   * @default Date.now
   */
  readonly now?: () => number;
}

/** The options of a sandbox, completed with their defaults. */
export type ResolvedOptions = Required<SandboxOptions>;

/** The time at which the clock of a seeded sandbox stands still. */
const SEEDED_TIME = Date.UTC(2026, 0, 1);

/**
 * Checks the options and completes them with their defaults.
 * @throws TypeError when an option is wrong; the message names the option.
 */
export function readOptions(options: SandboxOptions): ResolvedOptions {
  const { seed, now } = options;
  const resolved: ResolvedOptions = {
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
    check(name, typeof resolved[name] === 'string' && resolved[name] !== '', 'a non-empty string');
  }
  check(
    'tokenLifetime',
    isDuration(resolved.tokenLifetime) && resolved.tokenLifetime > 0,
    'a positive number of seconds',
  );
  check('captureDelay', isDuration(resolved.captureDelay), 'a number of milliseconds, 0 or more');
  check('refundAmountUnit', ['minor', 'major'].includes(resolved.refundAmountUnit), "'minor' or 'major'");
  check('seed', isSeed(resolved.seed), 'an integer');
  check('now', typeof resolved.now === 'function', 'a function that returns milliseconds, like Date.now');
  return resolved;
}

function check(name: string, isValid: boolean, expected: string): void {
  if (!isValid) throw new TypeError(`createSandbox: \`${name}\` must be ${expected}.`);
}
