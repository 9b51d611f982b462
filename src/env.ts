import { configError } from './errors.js';
import type { ClientOptions } from './options.js';

/**
 * Reads the client's options from environment variables: `LDDPAY_BASE_URL`, `LDDPAY_CLIENT_ID`,
 * `LDDPAY_CLIENT_SECRET` and `LDDPAY_SCOPE`, and optionally `LDDPAY_TOKEN_URL`, `LDDPAY_SITE_IDENTIFIER` and
 * `LDDPAY_SIGNING_SECRET`. The last two must be set together.
 *
 * @example
 * const lddpay = createClient(optionsFromEnv(process.env));
 * @throws LddPayError of kind `config` that names the missing variable.
 */
export function optionsFromEnv(env: Readonly<Record<string, string | undefined>>): ClientOptions {
  if (typeof env !== 'object' || env === null) {
    throw configError('`optionsFromEnv` requires the environment, such as process.env.');
  }
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
