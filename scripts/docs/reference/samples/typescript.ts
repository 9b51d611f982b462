import type { ExampleRequest } from '../../../generate/example-request.js';
import { renderUse } from '../../../generate/method-example.js';
import { listWarnings } from './warnings.js';

const CLIENT = 'const lddpay = createClient(optionsFromEnv(process.env));';

/** The type of `optionsFromEnv` does not say whether the client signs, but the type of a refund depends on it. */
const SIGNING_CLIENT = `const lddpay = createClient({
  ...optionsFromEnv(process.env),
  signing: {
    siteIdentifier: process.env['LDDPAY_SITE_IDENTIFIER'] ?? '',
    secret: process.env['LDDPAY_SIGNING_SECRET'] ?? '',
  },
});`;

/** Creates a program that sends a request with the client. */
export function createTypescriptSample(request: ExampleRequest): string {
  const { operation } = request;
  return [
    "import { createClient, optionsFromEnv } from 'lddpay';",
    '',
    operation['x-signature'] ? SIGNING_CLIENT : CLIENT,
    '',
    ...listWarnings(request).map((warning) => `// ${warning}`),
    renderUse(request),
  ].join('\n');
}
