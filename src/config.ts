import { operations, TOKEN_OPERATION } from '../generated/operations.js';
import { count, milliseconds, oneOf, optionalFunction, text, url } from './checks.js';
import type { CallLimits } from './context.js';
import { configError } from './errors.js';
import type { CallOptions, ClientOptions, Fetch, SigningOptions, TokenStore } from './options.js';

/** The client's options, checked and complete. */
export interface Config {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly tokenFormat: 'json' | 'form';
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly signing: Required<SigningOptions> | undefined;
  readonly limits: CallLimits;
  readonly fetch: Fetch;
  readonly store: Required<TokenStore> | undefined;
  readonly onEvent: ClientOptions['onEvent'];
}

/**
 * Checks options and fills in defaults.
 *
 * @throws LddPayError of kind `config` that names the option and never shows its value.
 */
export function readOptions(options: ClientOptions): Config {
  if (typeof options !== 'object' || options === null) throw configError('createClient needs its options.');
  // Looked up for each request, so that a global fetch that is replaced later, by a tracer for instance, is used.
  const { fetch = (input, init) => globalThis.fetch(input, init) } = options;
  const tokenPath = operations[TOKEN_OPERATION].path;
  const baseUrl = url('baseUrl', options.baseUrl).replace(/\/+$/, '');
  return {
    baseUrl,
    tokenUrl: options.tokenUrl === undefined ? `${baseUrl}${tokenPath}` : url('tokenUrl', options.tokenUrl),
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
    limits: {
      attemptTimeout: milliseconds('attemptTimeout', options.attemptTimeout ?? 30_000),
      deadline: milliseconds('deadline', options.deadline ?? 90_000),
      maxRetries: count('maxRetries', options.maxRetries ?? 2),
    },
    fetch: optionalFunction('fetch', fetch),
    store: writable(options.store),
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

function writable(store: TokenStore | undefined): Config['store'] {
  for (const method of store ? (['getItem', 'setItem'] as const) : []) {
    if (typeof store?.[method] !== 'function')
      throw configError(`\`store\` must have a method \`${method}\`.`);
  }
  return store as Config['store'];
}
