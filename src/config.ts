import { IDEMPOTENCY_HEADER, operations, TOKEN_OPERATION } from '../generated/operations.js';
import type { CallConfig } from './call/call.js';
import { configError } from './errors.js';
import {
  mustBe,
  requireBaseUrl,
  requireInteger,
  requireMilliseconds,
  requireNames,
  requireOneOf,
  requireOptionalFunction,
  requireString,
  requireUrl,
} from './lib/checks.js';
import { readHeaders } from './lib/headers.js';
import type { ClientOptions, Fetch, SigningOptions, TokenProviderOptions, TokenStore } from './options.js';
import type { CallLimits } from './request/context.js';
import type { TokenEndpoint } from './token/token-request.js';
import { MAX_RESPONSE_BYTES } from './transport/buffered-response.js';

type Options = Partial<ClientOptions & TokenProviderOptions>;

/** The options of a client, checked and with defaults. */
export interface Config extends CallConfig {
  readonly signing: Required<SigningOptions> | undefined;
  readonly tokens: TokenEndpoint | TokenProviderOptions['tokenProvider'];
  /** Sent with every request, with lowercase names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Replaces the global `fetch`. */
  readonly fetch: Fetch | undefined;
  readonly maxResponseBytes: number;
  /** In ms. */
  readonly keyLifetime: number;
  readonly onEvent: ClientOptions['onEvent'];
  readonly observer: ClientOptions['observer'];
  /** Values that nothing may print. */
  readonly secrets: readonly string[];
}

/** How to check an option: with which function, and what it takes after name and value. */
type Rule = readonly [
  check: (name: string, value: never, parameter: never) => unknown,
  defaultValue?: unknown,
  parameter?: unknown,
];

type Rules<T> = { readonly [Name in keyof T]: Rule };

const ENDPOINT: Rules<TokenEndpoint> = {
  clientId: [requireString],
  clientSecret: [requireString],
  scope: [requireString],
  tokenUrl: [requireUrl],
  tokenFormat: [requireOneOf, 'json', ['json', 'form']],
  tokenAuth: [requireOneOf, 'body', ['body', 'basic']],
  store: [requireWritable],
};

const LIMITS: Rules<CallLimits> = {
  attemptTimeout: [requireMilliseconds, 30_000],
  deadline: [requireMilliseconds, 90_000],
  maxRetries: [requireInteger, 2],
};

const OTHERS: Rules<
  Pick<Config, 'headers' | 'fetch' | 'maxResponseBytes' | 'keyLifetime' | 'onEvent' | 'observer'>
> = {
  headers: [readHeaders, {}, IDEMPOTENCY_HEADER],
  fetch: [requireOptionalFunction],
  maxResponseBytes: [requireInteger, MAX_RESPONSE_BYTES, 1],
  keyLifetime: [requireInteger, 86_400_000],
  onEvent: [requireOptionalFunction],
  observer: [requireOptionalFunction, undefined, ', such as `observe()` of `lddpay/observe` returns'],
};

const SIGNING: Rules<Required<SigningOptions>> = {
  siteIdentifier: [requireString],
  secret: [requireString],
  version: [requireString, '3.0'],
};

/**
 * Checks options and adds defaults.
 *
 * @param inBrowser Whether to refuse secrets.
 * @throws LddPayError of kind `config` that names the option and never shows its value.
 */
export function readOptions(given: ClientOptions | TokenProviderOptions, inBrowser: boolean): Config {
  const options: Options & Readonly<Record<string, unknown>> = Object(given);
  const refuse = (names: readonly string[], reason: string) => {
    const name = names.find((one) => options[one] !== undefined);
    if (name) throw configError(`\`${name}\` ${reason}`);
  };
  if (inBrowser && options.dangerouslyAllowBrowser !== true) {
    refuse(
      ['clientSecret', 'signing'],
      'is a secret. In a browser, use `tokenProvider` or `dangerouslyAllowBrowser: true`.',
    );
  }
  const { tokenProvider, signing: givenSigning } = options;
  const baseUrl = requireBaseUrl('baseUrl', options.baseUrl);
  const names = Object.keys({ ...ENDPOINT, ...LIMITS, ...OTHERS }) as (keyof Options)[];
  requireNames(options, [
    'baseUrl',
    ...names,
    'signing',
    'tokenProvider',
    'dangerouslyAllowBrowser',
  ] satisfies (keyof Options)[]);
  if (tokenProvider !== undefined) {
    refuse(Object.keys(ENDPOINT), 'has no effect with `tokenProvider`. Remove one.');
  }
  const tokenUrl = baseUrl + operations[TOKEN_OPERATION].path;
  const tokens =
    requireOptionalFunction('tokenProvider', tokenProvider) ?? readAll(ENDPOINT, options, '', { tokenUrl });
  const signing = givenSigning === undefined ? undefined : readSigning(givenSigning);
  return {
    baseUrl,
    tokens,
    signing,
    limits: readAll(LIMITS, options),
    ...readAll(OTHERS, options),
    // Those that are sent: a getter of the options can return others when it is read again.
    secrets: [(tokens as Partial<TokenEndpoint>).clientSecret, signing?.secret].flatMap(
      (secret) => secret ?? [],
    ),
  };
}

function readSigning(signing: SigningOptions): Required<SigningOptions> {
  if (Object(signing) !== signing) throw mustBe('signing', 'an object');
  requireNames(signing, Object.keys(SIGNING), 'signing.');
  return readAll(SIGNING, signing, 'signing.');
}

/**
 * Reads the options that have a rule.
 *
 * @param computed Defaults that depend on other options.
 */
function readAll<T>(rules: Rules<T>, options: object, prefix = '', computed: Partial<T> = {}): T {
  const entries = Object.entries<Rule>(rules).map(([name, [check, fixed, parameter]]) => {
    const { [name]: defaultValue = fixed } = computed as Readonly<Record<string, unknown>>;
    const { [name]: value = defaultValue } = options as Readonly<Record<string, unknown>>;
    return [name, check(prefix + name, value as never, parameter as never)];
  });
  return Object.fromEntries(entries);
}

function requireWritable(name: string, store: Partial<TokenStore> | undefined): typeof store {
  if (store === undefined || (store?.getItem && store.setItem)) return store;
  throw configError(`\`${name}\` must have \`getItem\` and \`setItem\`.`);
}
