import type { ExampleRequest } from '../../../generate/example-request.js';
import { renderUse } from '../../../generate/method-example.js';
import { renderClient } from './create-client.js';
import { listWarnings } from './warnings.js';

/** Creates a program that sends a request with a method of the client. */
export function createTypescriptSample(request: ExampleRequest): string {
  return [
    "import { createClient, optionsFromEnv } from 'lddpay';",
    '',
    renderClient(request),
    '',
    ...listWarnings(request).map((warning) => `// ${warning}`),
    renderUse(request),
  ].join('\n');
}
