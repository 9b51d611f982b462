import type { Fetch } from 'lddpay';
import { document } from '../../contract/src/conformance/description.js';
import { examplesOf, jsonOf, type Operation } from '../../scripts/lib/description.js';
import type { CallInput } from './caller.js';

/**
 * Builds the input of an operation from its examples, with a header that tells the mock how to respond.
 *
 * @param preference The value of the header `Prefer` (RFC 7240), such as `code=403`.
 */
export function inputWithPreferHeader(operation: Operation, preference: string): CallInput {
  const [body] = Object.values(examplesOf(document, jsonOf(operation.requestBody)));
  const headers = { Prefer: preference };
  return {
    path: exampleParameters(operation, 'path'),
    query: exampleParameters(operation, 'query'),
    body: body?.value,
    // Call options do not reach a token request, because it belongs to no call.
    ...(operation.secured ? { options: { headers } } : { client: { fetch: fetchWithHeaders(headers) } }),
  };
}

function exampleParameters(operation: Operation, place: 'path' | 'query'): Record<string, string> {
  return Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, example, schema }) => [name, String(example ?? schema.examples?.[0])]),
  );
}

function fetchWithHeaders(additional: Record<string, string>): Fetch {
  return (url, init) => {
    const headers = new Headers([...new Headers(init.headers), ...Object.entries(additional)]);
    return fetch(url, { ...init, headers });
  };
}
