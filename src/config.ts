import { operations, TOKEN_OPERATION } from '../generated/operations.js';
import { configError } from './errors.js';
import { count, milliseconds, oneOf, optionalFunction, text, url } from './lib/checks.js';
import type {
  CallOptions,
  ClientOptions,
  Fetch,
  SigningOptions,
  TokenProviderOptions,
  TokenStore,
} from './options.js';
import type { CallLimits } from './request/context.js';

/** Where the client asks for tokens, and as whom. */
export interface TokenEndpoint {
  readonly tokenUrl: string;
  readonly tokenFormat: 'json' | 'form';
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly store: Required<TokenStore> | undefined;
}

/** The client's options, checked and complete. */
export interface Config {
  readonly baseUrl: string;
  readonly tokens: TokenEndpoint | TokenProviderOptions['tokenProvider'];
  readonly signing: Required<SigningOptions> | undefined;
  readonly limits: CallLimits;
  /** What requests are sent by instead of the global `fetch`. */
  readonly fetch: Fetch | undefined;
  readonly onEvent: ClientOptions['onEvent'];
}

/**
 * Checks options and fills in defaults.
 *
 * @param inBrowser Whether secrets have to be refused.
 * @throws LddPayError of kind `config` that names the option and never shows its value.
 */
export function readOptions(options: ClientOptions | TokenProviderOptions, inBrowser: boolean): Config {
  if (typeof options !== 'object' || options === null) throw configError('createClient needs its options.');
  const fetch = optionalFunction('fetch', options.fetch);
  if (inBrowser && !options.dangerouslyAllowBrowser) refuseSecrets(options);
  const baseUrl = url('baseUrl', options.baseUrl).replace(/\/+$/, '');
  return {
    baseUrl,
    tokens: isProvided(options) ? readProvider(options) : readEndpoint(baseUrl, options),
    signing: options.signing && {
      siteIdentifier: text('signing.siteIdentifier', options.signing.siteIdentifier),
      secret: text('signing.secret', options.signing.secret),
      version: text('signing.version', options.signing.version ?? '3.0'),
    },
    limits: {
      attemptTimeout: milliseconds('attemptTimeout', options.attemptTimeout ?? 30_000),
      deadline: milliseconds('deadline', options.deadline ?? 90_000),
      maxRetries: count('maxRetries', options.maxRetries ?? 2),
    },
    fetch,
    onEvent: optionalFunction('onEvent', options.onEvent),
  };
}

/** The limits of one call: its own where it has any, else the client's. */
export function limitsOf({ limits }: Config, options: CallOptions): CallLimits {
  return {
    attemptTimeout: options.attemptTimeout ?? limits.attemptTimeout,
    deadline: options.deadline ?? limits.deadline,
    maxRetries: options.maxRetries ?? limits.maxRetries,
  };
}

function readEndpoint(baseUrl: string, options: ClientOptions): TokenEndpoint {
  const { tokenUrl, tokenFormat = 'json', store } = options;
  return {
    tokenUrl: tokenUrl === undefined ? baseUrl + operations[TOKEN_OPERATION].path : url('tokenUrl', tokenUrl),
    tokenFormat: oneOf('tokenFormat', tokenFormat, ['json', 'form']),
    credentials: {
      clientId: text('clientId', options.clientId),
      clientSecret: text('clientSecret', options.clientSecret),
      scope: text('scope', options.scope),
    },
    store: writable(store),
  };
}

function isProvided(options: ClientOptions | TokenProviderOptions): options is TokenProviderOptions {
  return 'tokenProvider' in options && options.tokenProvider !== undefined;
}

/** What belongs to the client's own token requests, which a provider takes the place of. */
const OF_TOKEN_REQUESTS = ['clientId', 'clientSecret', 'scope', 'tokenUrl', 'tokenFormat', 'store'];

function readProvider(options: TokenProviderOptions): TokenProviderOptions['tokenProvider'] {
  const idle = OF_TOKEN_REQUESTS.find((name) => Reflect.get(options, name) !== undefined);
  if (idle) throw configError(`\`${idle}\` has no use beside \`tokenProvider\`. Leave one of them out.`);
  if (typeof options.tokenProvider === 'function') return options.tokenProvider;
  throw configError('`tokenProvider` must be a function that gives a promise of a token.');
}

function refuseSecrets(options: object): void {
  const name = ['clientSecret', 'signing'].find((one) => Reflect.get(options, one) !== undefined);
  if (!name) return;
  throw configError(
    `\`${name}\` is a secret, and in a browser everybody can read it. Keep it on your server and give ` +
      '`tokenProvider`, which asks your server for a token; or set `dangerouslyAllowBrowser: true`.',
  );
}

function writable(store: TokenStore | undefined): TokenEndpoint['store'] {
  for (const method of store ? (['getItem', 'setItem'] as const) : []) {
    if (typeof store?.[method] !== 'function')
      throw configError(`\`store\` must have a method \`${method}\`.`);
  }
  return store as TokenEndpoint['store'];
}
