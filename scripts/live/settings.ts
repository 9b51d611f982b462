import { type ClientOptions, createClient, optionsFromEnv } from 'lddpay';
import { CannotRun } from './cannot-run.js';

/** What a run is told. */
export interface Settings {
  readonly options: ClientOptions;
  /** A payment to read; undefined to look for one. */
  readonly paymentId: string | undefined;
  /** What payments are made with; undefined when nothing may be written. */
  readonly writes: Writes | undefined;
}

/** What payments are made with. */
export interface Writes {
  readonly card: {
    readonly type: 'card';
    readonly number: string;
    readonly expiry_month: number;
    readonly expiry_year: number;
    readonly cvv: string;
  };
  readonly currency: string;
  /** What signed requests name the payment by; undefined when none may be signed. */
  readonly facilitatorId: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

interface Variable {
  readonly name: string;
  readonly purpose: string;
  readonly required?: boolean;
}

/** The environment variables, and what each is for. */
export const VARIABLES: readonly Variable[] = [
  { name: 'LDDPAY_BASE_URL', purpose: 'where the API is, such as https://api.example.com', required: true },
  { name: 'LDDPAY_CLIENT_ID', purpose: 'the id of your access key', required: true },
  { name: 'LDDPAY_CLIENT_SECRET', purpose: 'the secret of your access key', required: true },
  { name: 'LDDPAY_SCOPE', purpose: 'what tokens are asked for', required: true },
  { name: 'LDDPAY_TOKEN_URL', purpose: 'where tokens come from, if not from below the base URL' },
  { name: 'LDDPAY_LIVE_PAYMENT_ID', purpose: 'a payment to read (pay_…); without it one is searched for' },
  { name: 'LDDPAY_LIVE_WRITES', purpose: '1 to make small payments on a test card and give them back' },
  { name: 'LDDPAY_LIVE_CARD_NUMBER', purpose: 'that card (default: the documented test card)' },
  { name: 'LDDPAY_LIVE_CARD_EXPIRY', purpose: 'its MM/YYYY (default: December of the year after next)' },
  { name: 'LDDPAY_LIVE_CARD_CVV', purpose: 'its security code (default: 100)' },
  { name: 'LDDPAY_LIVE_CURRENCY', purpose: 'what to pay in (default: USD)' },
  { name: 'LDDPAY_SITE_IDENTIFIER', purpose: 'your site, to sign reversals and refunds with' },
  { name: 'LDDPAY_SIGNING_SECRET', purpose: 'the signing secret that belongs to it' },
  { name: 'LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER', purpose: 'what signed requests name the payment by' },
];

/** The form of a payment's identifier. One is printed and sent back, so nothing else passes for it. */
export const PAYMENT_ID = /^pay_\w{26}$/;
const CARD_NUMBER = /^\d{12,19}$/;
const CVV = /^\d{3,4}$/;
const CURRENCY = /^[A-Z]{3}$/;
const EXPIRY = /^(0[1-9]|1[0-2])\/\d{4}$/;

/**
 * Reads the settings from environment variables.
 *
 * @param year The current one.
 * @throws CannotRun that names each variable that is missing, or the one that is wrong, and never shows a value.
 */
export function settingsFromEnv(env: Env, year = new Date().getFullYear()): Settings {
  const missing = VARIABLES.filter(({ name, required }) => required && !env[name]);
  if (missing.length > 0) {
    throw new CannotRun(missing.map(({ name, purpose }) => `${name} is not set: ${purpose}.`).join('\n'));
  }
  const options = optionsFromEnv(env);
  createClient(options);
  return {
    options,
    paymentId: env['LDDPAY_LIVE_PAYMENT_ID']
      ? read(env, 'LDDPAY_LIVE_PAYMENT_ID', '', PAYMENT_ID, '`pay_` and 26 letters or digits')
      : undefined,
    writes: env['LDDPAY_LIVE_WRITES'] === '1' ? readWrites(env, options, year) : undefined,
  };
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

function read(env: Env, name: string, otherwise: string, pattern: RegExp, form: string): string {
  const value = env[name] || otherwise;
  if (pattern.test(value)) return value;
  throw new CannotRun(`${name} must be ${form}.`);
}
