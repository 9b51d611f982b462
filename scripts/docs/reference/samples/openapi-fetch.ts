import { type ExampleRequest, omitSignature } from '../../../generate/example-request.js';
import { toLiteral } from '../../../generate/source.js';
import { parametersIn } from '../../../lib/description.js';
import { renderClient } from './create-client.js';
import { listWarnings } from './warnings.js';

/** Creates a program that sends a request with openapi-fetch's client. */
export function createOpenapiFetchSample(request: ExampleRequest): string {
  const { operation, pathValues, query, body } = request;
  const names = parametersIn(operation, 'path').map(({ name }) => name);
  const path = Object.fromEntries(names.map((name, index) => [name, pathValues[index]]));
  const params = { ...(names.length > 0 && { path }), ...(query && { query }) };
  const init = {
    ...(Object.keys(params).length > 0 && { params }),
    ...(body && { body: omitSignature(request) }),
  };
  return [
    "import { createClient, optionsFromEnv } from 'lddpay';",
    "import { createFetchClient } from 'lddpay/openapi-fetch';",
    '',
    renderClient(request),
    'const api = createFetchClient(lddpay);',
    '',
    ...listWarnings(request).map((warning) => `// ${warning}`),
    `const { data } = await api.${operation.method.toUpperCase()}('${operation.path}', ${toLiteral(init)});`,
    'console.log(data);',
  ].join('\n');
}
