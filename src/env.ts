import { configError } from './errors.js';
import type { ClientOptions } from './options.js';

/**
 * Reads the client's options from environment variables: `LDDPAY_BASE_URL`, `LDDPAY_CLIENT_ID`,
 * `LDDPAY_CLIENT_SECRET` and `LDDPAY_SCOPE`, and where needed `LDDPAY_TOKEN_URL`,
 * `LDDPAY_SITE_IDENTIFIER` and `LDDPAY_SIGNING_SECRET`.
 *
 * @throws LddPayError of kind `config` that names the variable that is missing.
 */
export function optionsFromEnv(env: Readonly<Record<string, string | undefined>>): ClientOptions {
  if (typeof env !== 'object' || env === null) {
    throw configError('optionsFromEnv needs the environment, such as process.env.');
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
