import { operations, TOKEN_OPERATION } from '../generated/operations.js';
import type { CallConfig } from './call/call.js';
import { configError } from './errors.js';
import {
  requireInteger,
  requireMilliseconds,
  requireOneOf,
  requireOptionalFunction,
  requireString,
  requireUrl,
} from './lib/checks.js';
import { readHeaders } from './lib/headers.js';
import type { ClientOptions, Fetch, TokenProviderOptions, TokenStore } from './options.js';
import type { TokenEndpoint } from './token/token-request.js';
import { MAX_RESPONSE_BYTES } from './transport/buffered-response.js';

/** The options of a client, checked and with defaults. */
export interface Config extends CallConfig {
  readonly tokens: TokenEndpoint | TokenProviderOptions['tokenProvider'];
  /** Sent with every request, with lowercase names. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch: Fetch | undefined;
  readonly maxResponseBytes: number;
  readonly onEvent: ClientOptions['onEvent'];
}

/**
 * Checks options and adds defaults.
 *
 * @param inBrowser Whether to refuse secrets.
 * @throws LddPayError of kind `config` that names the option and never shows its value.
 */
export function readOptions(options: ClientOptions | TokenProviderOptions, inBrowser: boolean): Config {
  if (typeof options !== 'object' || options === null)
    throw configError('`createClient` requires its options.');
  const fetch = requireOptionalFunction('fetch', options.fetch);
  if (inBrowser && !options.dangerouslyAllowBrowser) refuseSecrets(options);
  const baseUrl = requireUrl('baseUrl', options.baseUrl).replace(/\/+$/, '');
  return {
    baseUrl,
    tokens: isProvided(options) ? readProvider(options) : readEndpoint(baseUrl, options),
    signing: options.signing && {
      siteIdentifier: requireString('signing.siteIdentifier', options.signing.siteIdentifier),
      secret: requireString('signing.secret', options.signing.secret),
      version: requireString('signing.version', options.signing.version ?? '3.0'),
    },
    limits: {
      attemptTimeout: requireMilliseconds('attemptTimeout', options.attemptTimeout ?? 30_000),
      deadline: requireMilliseconds('deadline', options.deadline ?? 90_000),
      maxRetries: requireInteger('maxRetries', options.maxRetries ?? 2),
    },
    headers:
      options.headers === undefined
        ? undefined
        : readHeaders(options.headers, operations.requestPayment.idempotencyHeader),
    fetch,
    maxResponseBytes: requireInteger('maxResponseBytes', options.maxResponseBytes ?? MAX_RESPONSE_BYTES, 1),
    onEvent: requireOptionalFunction('onEvent', options.onEvent),
  };
}

function readEndpoint(baseUrl: string, options: ClientOptions): TokenEndpoint {
  const { tokenUrl, tokenFormat = 'json', tokenAuth = 'body', store } = options;
  return {
    tokenUrl:
      tokenUrl === undefined ? baseUrl + operations[TOKEN_OPERATION].path : requireUrl('tokenUrl', tokenUrl),
    tokenFormat: requireOneOf('tokenFormat', tokenFormat, ['json', 'form']),
    tokenAuth: requireOneOf('tokenAuth', tokenAuth, ['body', 'basic']),
    credentials: {
      clientId: requireString('clientId', options.clientId),
      clientSecret: requireString('clientSecret', options.clientSecret),
      scope: requireString('scope', options.scope),
    },
    store: requireWritable(store),
  };
}

function isProvided(options: ClientOptions | TokenProviderOptions): options is TokenProviderOptions {
  return 'tokenProvider' in options && options.tokenProvider !== undefined;
}

/** The options of the client's own token requests, which a provider replaces. */
const TOKEN_REQUEST_OPTIONS = [
  'clientId',
  'clientSecret',
  'scope',
  'tokenUrl',
  'tokenFormat',
  'tokenAuth',
  'store',
];

function readProvider(options: TokenProviderOptions): TokenProviderOptions['tokenProvider'] {
  const unused = TOKEN_REQUEST_OPTIONS.find((name) => Reflect.get(options, name) !== undefined);
  if (unused) throw configError(`\`${unused}\` has no effect with \`tokenProvider\`. Remove one of them.`);
  return requireOptionalFunction('tokenProvider', options.tokenProvider);
}

function refuseSecrets(options: object): void {
  const name = ['clientSecret', 'signing'].find((one) => Reflect.get(options, one) !== undefined);
  if (!name) return;
  throw configError(
    `\`${name}\` is a secret, and everybody can read it in a browser. ` +
      'Use `tokenProvider`, or set `dangerouslyAllowBrowser: true`.',
  );
}

function requireWritable(store: TokenStore | undefined): TokenEndpoint['store'] {
  for (const method of store ? (['getItem', 'setItem'] as const) : []) {
    if (typeof store?.[method] !== 'function')
      throw configError(`\`store\` must have a \`${method}\` method.`);
  }
  return store as TokenEndpoint['store'];
}
