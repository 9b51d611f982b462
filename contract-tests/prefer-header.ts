import type { Fetch } from 'lddpay';
import { document } from '../scripts/conformance/description.js';
import { examplesOf, jsonOf, type Operation } from '../scripts/lib/description.js';
import type { CallInput } from './caller.js';

/**
 * Calls an operation with the examples of its description, and asks the mock for an answer.
 * @param answer The value of the header `Prefer` (RFC 7240), such as `code=403`.
 */
export function preferring(operation: Operation, answer: string): CallInput {
  const [body] = Object.values(examplesOf(document, jsonOf(operation.requestBody)));
  const headers = { Prefer: answer };
  return {
    path: exampleParameters(operation, 'path'),
    query: exampleParameters(operation, 'query'),
    body: body?.value,
    // A token request belongs to no call, so it cannot be given headers by one.
    ...(operation.secured ? { options: { headers } } : { client: { fetch: sending(headers) } }),
  };
}

function exampleParameters(operation: Operation, place: 'path' | 'query'): Record<string, string> {
  return Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, example, schema }) => [name, String(example ?? schema.examples?.[0])]),
  );
}

function sending(further: Record<string, string>): Fetch {
  return (url, init) => {
    const headers = new Headers([...new Headers(init.headers), ...Object.entries(further)]);
    return fetch(url, { ...init, headers });
  };
}
