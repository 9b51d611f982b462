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
  const endpoint: Rules<TokenEndpoint> = {
    clientId: [requireString],
    clientSecret: [requireString],
    scope: [requireString],
    tokenUrl: [requireUrl, baseUrl + operations[TOKEN_OPERATION].path],
    tokenFormat: [requireOneOf, 'json', ['json', 'form']],
    tokenAuth: [requireOneOf, 'body', ['body', 'basic']],
    store: [requireWritable],
  };
  const limits: Rules<CallLimits> = {
    attemptTimeout: [requireMilliseconds, 30_000],
    deadline: [requireMilliseconds, 90_000],
    maxRetries: [requireInteger, 2],
  };
  const others: Rules<
    Pick<Config, 'headers' | 'fetch' | 'maxResponseBytes' | 'keyLifetime' | 'onEvent' | 'observer'>
  > = {
    headers: [readHeaders, {}, IDEMPOTENCY_HEADER],
    fetch: [requireOptionalFunction],
    maxResponseBytes: [requireInteger, MAX_RESPONSE_BYTES, 1],
    keyLifetime: [requireInteger, 86_400_000],
    onEvent: [requireOptionalFunction],
    observer: [requireOptionalFunction, undefined, ', such as `observe()` of `lddpay/observe` returns'],
  };
  requireNames(options, [
    'baseUrl',
    ...Object.keys({ ...endpoint, ...limits, ...others }),
    'signing',
    'tokenProvider',
    'dangerouslyAllowBrowser',
  ]);
  if (tokenProvider !== undefined) {
    refuse(Object.keys(endpoint), 'has no effect with `tokenProvider`. Remove one.');
  }
  const tokens = requireOptionalFunction('tokenProvider', tokenProvider) ?? readAll(endpoint, options);
  const signing = givenSigning === undefined ? undefined : readSigning(givenSigning);
  return {
    baseUrl,
    tokens,
    signing,
    limits: readAll(limits, options),
    ...readAll(others, options),
    // Those that are sent: a getter of the options can return others when it is read again.
    secrets: [(tokens as Partial<TokenEndpoint>).clientSecret, signing?.secret].flatMap(
      (secret) => secret ?? [],
    ),
  };
}

function readSigning(signing: SigningOptions): Required<SigningOptions> {
  if (Object(signing) !== signing) throw mustBe('signing', 'an object');
  const rules: Rules<Required<SigningOptions>> = {
    siteIdentifier: [requireString],
    secret: [requireString],
    version: [requireString, '3.0'],
  };
  requireNames(signing, Object.keys(rules), 'signing.');
  return readAll(rules, signing, 'signing.');
}

type Rules<T> = { readonly [Name in keyof T]: Rule };

/** Reads the options that have a rule. */
function readAll<T>(rules: Rules<T>, options: object, prefix = ''): T {
  const entries = Object.entries<Rule>(rules).map(([name, [check, defaultValue, parameter]]) => {
    const { [name]: value = defaultValue } = options as Readonly<Record<string, unknown>>;
    return [name, check(prefix + name, value as never, parameter as never)];
  });
  return Object.fromEntries(entries);
}

function requireWritable(name: string, store: Partial<TokenStore> | undefined): typeof store {
  if (store === undefined || (store?.getItem && store.setItem)) return store;
  throw configError(`\`${name}\` must have \`getItem\` and \`setItem\`.`);
}
