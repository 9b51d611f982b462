import { configError } from './errors.js';
import { requireString } from './lib/checks.js';
import type { ClientOptions, SigningOptions } from './options.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The options that an environment contains. Their `signing` is undefined where its variables are not set. The
 * type knows that only of an environment that declares its variables: `process.env` can have any.
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
 * @throws LddPayError of kind `config` that names the variable that is missing, or has white space at its ends.
 */
export function optionsFromEnv<Env extends Environment>(env: Env): EnvOptions<Env> {
  if (typeof env !== 'object' || env === null) {
    throw configError('`optionsFromEnv` requires the environment, such as process.env.');
  }
  const required = (name: string) => {
    const value = env[name];
    if (!value) throw configError(`${name} is not set.`);
    return requireString(name, value);
  };
  const signs = Boolean(env['LDDPAY_SITE_IDENTIFIER'] || env['LDDPAY_SIGNING_SECRET']);
  const options: EnvOptions = {
    baseUrl: required('LDDPAY_BASE_URL'),
    clientId: required('LDDPAY_CLIENT_ID'),
    clientSecret: required('LDDPAY_CLIENT_SECRET'),
    scope: required('LDDPAY_SCOPE'),
    tokenUrl: env['LDDPAY_TOKEN_URL'] ? required('LDDPAY_TOKEN_URL') : undefined,
    signing: signs
      ? { siteIdentifier: required('LDDPAY_SITE_IDENTIFIER'), secret: required('LDDPAY_SIGNING_SECRET') }
      : undefined,
  };
  return options as EnvOptions<Env>;
}
