import type { Sandbox } from 'lddpay-sandbox';

/** The variables that programs read to reach a sandbox at a URL. */
export function environmentOf({ credentials }: Sandbox, url: string) {
  return {
    LDDPAY_BASE_URL: url,
    LDDPAY_CLIENT_ID: credentials.clientId,
    LDDPAY_CLIENT_SECRET: credentials.clientSecret,
    LDDPAY_SCOPE: credentials.scope,
    LDDPAY_SITE_IDENTIFIER: credentials.signing.siteIdentifier,
    LDDPAY_SIGNING_SECRET: credentials.signing.secret,
  };
}
