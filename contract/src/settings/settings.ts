import { type ClientOptions, isLddPayError, optionsFromEnv } from 'lddpay';
import { operations } from 'lddpay/operations';
import { CannotRun } from './cannot-run.js';

/** The settings of a run. */
export interface Settings {
  readonly options: ClientOptions;
  /** The id of a payment to read; undefined to search for one. */
  readonly paymentId: string | undefined;
  /** The settings of payments; undefined when the run may only read. */
  readonly writes: Writes | undefined;
}

/** The settings of payments. */
export interface Writes {
  readonly card: {
    readonly type: 'card';
    readonly number: string;
    readonly expiry_month: number;
    readonly expiry_year: number;
    readonly cvv: string;
  };
  readonly currency: string;
  /** The `pnm_payment_identifier` of signed requests; undefined when requests cannot be signed. */
  readonly facilitatorId: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

interface Variable {
  readonly name: string;
  readonly purpose: string;
  readonly required?: boolean;
}

/** The environment variables, with the purpose of each. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'LDDPAY_BASE_URL',
    purpose: 'the base URL of the API, such as https://api.example.com',
    required: true,
  },
  { name: 'LDDPAY_CLIENT_ID', purpose: 'the id of your access key', required: true },
  { name: 'LDDPAY_CLIENT_SECRET', purpose: 'the secret of your access key', required: true },
  { name: 'LDDPAY_SCOPE', purpose: 'the scope of access tokens', required: true },
  { name: 'LDDPAY_TOKEN_URL', purpose: 'the URL of the token endpoint, if it is not below the base URL' },
  {
    name: 'LDDPAY_LIVE_PAYMENT_ID',
    purpose: 'the id of a payment to read (default: the first that a search finds)',
  },
  { name: 'LDDPAY_LIVE_WRITES', purpose: '1 to make small payments on a test card and release them' },
  { name: 'LDDPAY_LIVE_CARD_NUMBER', purpose: 'the number of that card (default: the documented test card)' },
  { name: 'LDDPAY_LIVE_CARD_EXPIRY', purpose: 'its expiry as MM/YYYY (default: December in two years)' },
  { name: 'LDDPAY_LIVE_CARD_CVV', purpose: 'its security code (default: 100)' },
  { name: 'LDDPAY_LIVE_CURRENCY', purpose: 'the currency of payments (default: USD)' },
  { name: 'LDDPAY_SITE_IDENTIFIER', purpose: 'your site identifier, to sign reversals and refunds' },
  { name: 'LDDPAY_SIGNING_SECRET', purpose: 'the signing secret of that site' },
  { name: 'LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER', purpose: 'the payment identifier in signed requests' },
];

/** The documented form of a payment id. Ids are printed and sent back, so no other form is accepted. */
export const PAYMENT_ID = new RegExp(operations.getPaymentActions.pathParameters.id);
const CARD_NUMBER = /^\d{12,19}$/;
const CVV = /^\d{3,4}$/;
const CURRENCY = /^[A-Z]{3}$/;
const EXPIRY = /^(0[1-9]|1[0-2])\/\d{4}$/;

/**
 * Reads the settings from environment variables.
 *
 * @param year The current year.
 * @throws {CannotRun} When a variable is missing or wrong. The message names it, and never shows its value.
 */
export function settingsFromEnv(env: Env, year = new Date().getFullYear()): Settings {
  const missing = VARIABLES.filter(({ name, required }) => required && !env[name]);
  if (missing.length > 0) {
    throw new CannotRun(missing.map(({ name, purpose }) => `${name} is not set: ${purpose}.`).join('\n'));
  }
  requireBoth(env, 'LDDPAY_SITE_IDENTIFIER', 'LDDPAY_SIGNING_SECRET');
  requireBoth(env, 'LDDPAY_SIGNING_SECRET', 'LDDPAY_SITE_IDENTIFIER');
  const options = readOptions(env);
  return {
    options,
    paymentId: env['LDDPAY_LIVE_PAYMENT_ID']
      ? read(
          env,
          'LDDPAY_LIVE_PAYMENT_ID',
          '',
          PAYMENT_ID,
          '`pay_` followed by 26 letters, digits or underscores',
        )
      : undefined,
    writes:
      read(env, 'LDDPAY_LIVE_WRITES', '0', /^[01]$/, '1 or 0') === '1'
        ? readWrites(env, options, year)
        : undefined,
  };
}

/** @throws {CannotRun} When the client rejects a variable. The message names it. */
function readOptions(env: Env): ClientOptions {
  try {
    return optionsFromEnv(env);
  } catch (error) {
    if (!isLddPayError(error)) throw error;
    throw new CannotRun(error.message.replaceAll('`', ''));
  }
}

/** @throws {CannotRun} When one of two variables is set alone. */
function requireBoth(env: Env, name: string, other: string): void {
  if (!env[name] || env[other]) return;
  throw new CannotRun(
    `${name} is set, but ${other} is not. Signed requests need both: set ${other}, or unset ${name} to sign none.`,
  );
}

function readWrites(env: Env, { signing }: ClientOptions, year: number): Writes {
  const expiry = read(env, 'LDDPAY_LIVE_CARD_EXPIRY', `12/${year + 2}`, EXPIRY, 'MM/YYYY');
  const [month, expiryYear] = expiry.split('/').map(Number);
  return {
    card: {
      type: 'card',
      number: read(env, 'LDDPAY_LIVE_CARD_NUMBER', '4242424242424242', CARD_NUMBER, '12 to 19 digits'),
      expiry_month: Number(month),
      expiry_year: Number(expiryYear),
      cvv: read(env, 'LDDPAY_LIVE_CARD_CVV', '100', CVV, '3 or 4 digits'),
    },
    currency: read(env, 'LDDPAY_LIVE_CURRENCY', 'USD', CURRENCY, 'three capital letters'),
    facilitatorId: (signing && env['LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER']) || undefined,
  };
}

function read(env: Env, name: string, fallback: string, pattern: RegExp, form: string): string {
  const value = env[name] || fallback;
  if (pattern.test(value)) return value;
  throw new CannotRun(`${name} must be ${form}.`);
}
