import type { ExampleRequest } from '../../../generate/example-request.js';

/** The type of `optionsFromEnv` does not say whether the client signs, but the type of a refund depends on it. */
const SIGNING_CLIENT = `createClient({
  ...optionsFromEnv(process.env),
  signing: {
    siteIdentifier: process.env['LDDPAY_SITE_IDENTIFIER'] ?? '',
    secret: process.env['LDDPAY_SIGNING_SECRET'] ?? '',
  },
})`;

/** Renders the statement that creates a client for a request, which signs if necessary. */
export function renderClient({ operation }: ExampleRequest): string {
  const client = operation['x-signature'] ? SIGNING_CLIENT : 'createClient(optionsFromEnv(process.env))';
  return `const lddpay = ${client};`;
}
