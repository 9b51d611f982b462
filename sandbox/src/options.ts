import { checkOptions, NON_EMPTY_STRING, type Rule } from './lib/check-options.js';
import { isMilliseconds } from './lib/checks.js';

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
   * How long a token is valid, in seconds: more than 0, and ten years at most. Fractions are allowed.
   * @default 3600
   */
  readonly tokenLifetime?: number;
  /**
   * How long a capture takes after it is requested or accepted, in ms: an integer, ten years at most.
   * @default 0
   */
  readonly captureDelay?: number;
  /**
   * The unit of `refund_amount`, which LDDPay's documentation does not state: minor currency units, like all
   * other amounts, or major currency units.
   * @default 'minor'
   */
  readonly refundAmountUnit?: 'minor' | 'major';
  /**
   * How long an idempotency key is kept after its request is executed, in ms: an integer, ten years at
   * most. With 0, keys are ignored. The default is the 24 hours of the API that LDDPay mirrors.
   * @default 86400000
   */
  readonly keyLifetime?: number;
  /**
   * Whether an idempotency key can only be repeated with exactly the same body, its signature and timestamp
   * included. By default, a body can be signed again. The order of its fields never matters.
   * @default false
   */
  readonly strictKeys?: boolean;
  /**
   * An integer from which all identifiers and tokens are generated, so that equal requests get equal
   * responses. With a seed and without `now`, time stands still at the start of 2026 until
   * `clock.advance`.
   * @default a random integer
   */
  readonly seed?: number;
  /**
   * Returns the time, in ms since the Unix epoch. Fractions are ignored.
   * @default the time of this machine; with a `seed`, 1 January 2026, 00:00 UTC
   */
  readonly now?: () => number;
}

/** The options of a sandbox, completed with their defaults. */
export type ResolvedOptions = Required<SandboxOptions>;

/** The longest time that an option can have, in seconds: ten years. With more, there would be no date for its end. */
export const MAX_SECONDS = 10 * 365 * 24 * 60 * 60;

/** The same time in ms. */
export const MAX_MILLISECONDS = MAX_SECONDS * 1000;

/** The largest seed; its negative is the smallest. */
export const MAX_SEED = Number.MAX_SAFE_INTEGER;

/** What a seed must be, in the options and in a reset. */
export const SEED: Rule = {
  expected: `an integer from ${-MAX_SEED} to ${MAX_SEED}`,
  isValid: Number.isSafeInteger,
};

const MILLISECONDS: Rule = {
  expected: `an integer of milliseconds from 0 to ${MAX_MILLISECONDS} (ten years)`,
  isValid: (value) => isMilliseconds(value) && value <= MAX_MILLISECONDS,
};

const RULES: Readonly<Record<keyof SandboxOptions, Rule>> = {
  clientId: NON_EMPTY_STRING,
  clientSecret: NON_EMPTY_STRING,
  siteIdentifier: NON_EMPTY_STRING,
  signingSecret: NON_EMPTY_STRING,
  tokenLifetime: {
    expected: `a positive number of seconds, at most ${MAX_SECONDS} (ten years)`,
    isValid: (value) => typeof value === 'number' && value > 0 && value <= MAX_SECONDS,
  },
  captureDelay: MILLISECONDS,
  refundAmountUnit: {
    expected: "'minor' or 'major'",
    isValid: (value) => value === 'minor' || value === 'major',
  },
  keyLifetime: MILLISECONDS,
  strictKeys: { expected: 'true or false', isValid: (value) => typeof value === 'boolean' },
  seed: SEED,
  now: {
    expected: 'a function that returns milliseconds, like Date.now',
    isValid: (value) => typeof value === 'function',
  },
};

/** The time at which the clock of a seeded sandbox stands still. */
const SEEDED_TIME = Date.UTC(2026, 0, 1);

/**
 * Checks options and completes them. An option that is null counts as left out.
 * @param caller Starts the message of an error.
 * @param current The values of options that are left out. By default these are the documented defaults.
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function readOptions(
  options: SandboxOptions,
  caller = 'createSandbox',
  current?: ResolvedOptions,
): ResolvedOptions {
  const values = checkOptions(options, RULES, caller);
  return { ...(current ?? createDefaults(values.seed !== undefined)), ...values };
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
    keyLifetime: 24 * 60 * 60 * 1000,
    strictKeys: false,
    // Not from `crypto`: Cloudflare's workers forbid it where a module is loaded.
    seed: Math.floor(Math.random() * 2 ** 32),
    // Reads `Date` each time: fake timers replace it.
    now: isSeeded ? () => SEEDED_TIME : () => Date.now(),
  };
}
