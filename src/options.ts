import { operations } from '../generated/operations.js';
import { configError } from './errors.js';

/** The part of the standard `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How refunds and reversals are signed. */
export interface SigningOptions {
  /** Which of your sites makes the requests. */
  readonly siteIdentifier: string;
  /** The signing secret; not the client secret. */
  readonly secret: string;
  /**
   * The version of the signing scheme.
   * @default '3.0'
   */
  readonly version?: string | undefined;
}

/** What a client is made from. */
export interface ClientOptions {
  /** Where the API is, such as `https://api.example.com`. The documentation publishes no host. */
  readonly baseUrl: string;
  /** The id of your access key. */
  readonly clientId: string;
  /** The secret of your access key. Keep it on your server. */
  readonly clientSecret: string;
  /** What tokens are asked for; several scopes are joined by a space. */
  readonly scope: string;
  /**
   * Where tokens come from.
   * @default baseUrl and the path in the description
   */
  readonly tokenUrl?: string | undefined;
  /**
   * How token requests are encoded: as documented, or as a form as in RFC 6749, section 4.4.2.
   * @default 'json'
   */
  readonly tokenFormat?: 'json' | 'form' | undefined;
  /** How refunds and reversals are signed. Without it their bodies have to be signed already. */
  readonly signing?: SigningOptions | undefined;
  /**
   * How long one attempt may take until its body is read, in milliseconds.
   * @default 30000
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * What sends the requests.
   * @default the global `fetch`
   */
  readonly fetch?: Fetch | undefined;
}

/** What differs from the client's options for one call. */
export interface CallOptions {
  /**
   * Makes repeating this write take effect once. Give your own to be able to repeat the call after a
   * restart.
   * @default a random UUID
   */
  readonly idempotencyKey?: string | undefined;
  /** Ends the call. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt may take until its body is read, in milliseconds. */
  readonly attemptTimeout?: number | undefined;
  /** Further headers to send. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The client's options, checked and complete. */
export interface Config {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly tokenFormat: 'json' | 'form';
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly signing: Required<SigningOptions> | undefined;
  readonly attemptTimeout: number;
  readonly fetch: Fetch;
}

const TOKEN_PATH = Object.values(operations).find((operation) => operation.tokenEndpoint)?.path ?? '';

/**
 * Checks options and fills in defaults.
 *
 * @throws LddPayError of kind `config` that names the option and never shows its value.
 */
export function readOptions(options: ClientOptions): Config {
  if (typeof options !== 'object' || options === null) throw configError('createClient needs its options.');
  // Looked up for each request, so that a global fetch that is replaced later, by a tracer for instance, is used.
  const { fetch = (input, init) => globalThis.fetch(input, init) } = options;
  if (typeof fetch !== 'function') throw configError('`fetch` must be a function.');
  const baseUrl = url('baseUrl', options.baseUrl).replace(/\/+$/, '');
  return {
    baseUrl,
    tokenUrl: options.tokenUrl === undefined ? `${baseUrl}${TOKEN_PATH}` : url('tokenUrl', options.tokenUrl),
    tokenFormat: oneOf('tokenFormat', options.tokenFormat ?? 'json', ['json', 'form']),
    credentials: {
      clientId: text('clientId', options.clientId),
      clientSecret: text('clientSecret', options.clientSecret),
      scope: text('scope', options.scope),
    },
    signing: options.signing && {
      siteIdentifier: text('signing.siteIdentifier', options.signing.siteIdentifier),
      secret: text('signing.secret', options.signing.secret),
      version: text('signing.version', options.signing.version ?? '3.0'),
    },
    attemptTimeout: milliseconds('attemptTimeout', options.attemptTimeout ?? 30_000),
    fetch,
  };
}

/**
 * Reads the client's options from environment variables: `LDDPAY_BASE_URL`, `LDDPAY_CLIENT_ID`,
 * `LDDPAY_CLIENT_SECRET` and `LDDPAY_SCOPE`, and where needed `LDDPAY_TOKEN_URL`,
 * `LDDPAY_SITE_IDENTIFIER` and `LDDPAY_SIGNING_SECRET`.
 *
 * @throws LddPayError of kind `config` that names the variable that is missing.
 */
export function optionsFromEnv(env: Readonly<Record<string, string | undefined>>): ClientOptions {
  if (typeof env !== 'object' || env === null)
    throw configError('optionsFromEnv needs the environment, such as process.env.');
  const required = (name: string) => {
    const value = env[name];
    if (!value) throw configError(`${name} is not set.`);
    return value;
  };
  const signs = Boolean(env['LDDPAY_SITE_IDENTIFIER'] || env['LDDPAY_SIGNING_SECRET']);
  return {
    baseUrl: required('LDDPAY_BASE_URL'),
    clientId: required('LDDPAY_CLIENT_ID'),
    clientSecret: required('LDDPAY_CLIENT_SECRET'),
    scope: required('LDDPAY_SCOPE'),
    tokenUrl: env['LDDPAY_TOKEN_URL'] || undefined,
    signing: signs
      ? { siteIdentifier: required('LDDPAY_SITE_IDENTIFIER'), secret: required('LDDPAY_SIGNING_SECRET') }
      : undefined,
  };
}

/** Checks a duration in milliseconds. */
export function milliseconds(name: string, value: unknown): number {
  // Timers overflow past 2^31 - 1 ms and then fire at once.
  if (typeof value === 'number' && value > 0 && value < 2 ** 31) return value;
  throw configError(`\`${name}\` must be a number of milliseconds, more than 0 and less than 2^31.`);
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw configError(`\`${name}\` must be a text that is not empty.`);
}

function url(name: string, value: unknown): string {
  const parsed = typeof value === 'string' ? parseUrl(value) : undefined;
  const bare = parsed && !parsed.username && !parsed.password && !/[?#]/.test(parsed.href);
  if (!bare || !/^https?:$/.test(parsed.protocol)) {
    throw configError(
      `\`${name}\` must be an absolute http or https URL without credentials, query or fragment, ` +
        'such as https://api.example.com. The documentation publishes no host, so there is no default.',
    );
  }
  return parsed.href;
}

function parseUrl(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}

function oneOf<T extends string>(name: string, value: T, members: readonly T[]): T {
  if (members.includes(value)) return value;
  throw configError(`\`${name}\` must be one of ${members.map((member) => `'${member}'`).join(', ')}.`);
}
