import type { Sandbox } from 'lddpay-sandbox';

/** Returns the environment variables that programs read to reach a sandbox at a URL. */
export function createEnvironment({ credentials }: Sandbox, url: string) {
  return {
    LDDPAY_BASE_URL: url,
    LDDPAY_CLIENT_ID: credentials.clientId,
    LDDPAY_CLIENT_SECRET: credentials.clientSecret,
    LDDPAY_SCOPE: credentials.scope,
    LDDPAY_SITE_IDENTIFIER: credentials.signing.siteIdentifier,
    LDDPAY_SIGNING_SECRET: credentials.signing.secret,
  };
}
