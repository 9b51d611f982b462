import { configError } from './errors.js';
import { requireString, requireUrl } from './lib/checks.js';
import type { ClientOptions, SigningOptions } from './options.js';

type Environment = Readonly<Record<string, string | undefined>>;

type VariableName =
  | 'LDDPAY_BASE_URL'
  | 'LDDPAY_CLIENT_ID'
  | 'LDDPAY_CLIENT_SECRET'
  | 'LDDPAY_SCOPE'
  | 'LDDPAY_TOKEN_URL'
  | 'LDDPAY_SITE_IDENTIFIER'
  | 'LDDPAY_SIGNING_SECRET';

/** What is read of an environment. One that declares its variables can have others, of any type, as that of a Worker. */
type Variables = { readonly [Name in VariableName]?: string | undefined };

/**
 * The options that an environment contains. `signing` is undefined when its variables are not set. The type says so for an
 * environment that declares its variables. For `process.env` it allows both, so refunds compile without signature fields.
 */
export type EnvOptions<Env = Environment> = ClientOptions &
  ('LDDPAY_SIGNING_SECRET' extends keyof Env
    ? {
        readonly signing: SigningOptions | (Env['LDDPAY_SIGNING_SECRET'] extends string ? never : undefined);
      }
    : object);

/**
 * Reads the client's options from environment variables: `LDDPAY_BASE_URL`, `LDDPAY_CLIENT_ID`,
 * `LDDPAY_CLIENT_SECRET` and `LDDPAY_SCOPE`, and optionally `LDDPAY_TOKEN_URL`, `LDDPAY_SITE_IDENTIFIER` and
 * `LDDPAY_SIGNING_SECRET`. The last two must be set together. With them, the client signs refunds and reversals;
 * without them, a refund that you did not sign yourself is a `config` error.
 *
 * @example
 * const lddpay = createClient(optionsFromEnv(process.env));
 * @throws LddPayError of kind `config` that names the variable that is not set, is no URL, or has control characters, or
 *   white space at its ends.
 */
export function optionsFromEnv<Env extends Environment | Variables>(env: Env): EnvOptions<Env> {
  const variables: Variables = Object(env);
  const read = (name: VariableName) => {
    const value = variables[name];
    if (!value) throw configError(`\`${name}\` is not set.`);
    return requireString(name, value);
  };
  const readUrl = (name: VariableName) => {
    const url = read(name);
    requireUrl(name, url);
    return url;
  };
  const options: EnvOptions = {
    baseUrl: readUrl('LDDPAY_BASE_URL'),
    clientId: read('LDDPAY_CLIENT_ID'),
    clientSecret: read('LDDPAY_CLIENT_SECRET'),
    scope: read('LDDPAY_SCOPE'),
    tokenUrl: variables.LDDPAY_TOKEN_URL ? readUrl('LDDPAY_TOKEN_URL') : undefined,
    signing:
      variables.LDDPAY_SITE_IDENTIFIER || variables.LDDPAY_SIGNING_SECRET
        ? { siteIdentifier: read('LDDPAY_SITE_IDENTIFIER'), secret: read('LDDPAY_SIGNING_SECRET') }
        : undefined,
  };
  return options as EnvOptions<Env>;
}
