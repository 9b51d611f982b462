import type { Document, Operation } from '../lib/description.js';
import { createExampleRequests, type ExampleRequest, omitSignature } from './example-request.js';
import { toLiteral } from './source.js';

/** Renders the first example of an operation as a use of its method. */
export function renderMethodExample(document: Document, operation: Operation): string {
  return createExampleRequests(document, operation).slice(0, 1).map(renderUse).join('');
}

/** Renders the call of a method, and what to do with its result. */
export function renderUse(request: ExampleRequest): string {
  const { operation } = request;
  const call = `lddpay.${operation.operationId}(${listArguments(request).join(', ')})`;
  const lines = operation['x-pagination']
    ? [`for await (const payment of ${call}) {`, '  console.log(payment.id, payment.status);', '}']
    : [`const data = await ${call};`, 'console.log(data);'];
  return lines.join('\n');
}

/** Lists the arguments of the generated method: path parameters, then the query or the body. */
function listArguments(request: ExampleRequest): string[] {
  const { operation, pathValues, query, body } = request;
  // The client fetches a token with its own credentials.
  if (operation['x-token-endpoint']) return [];
  return [
    ...pathValues.map((value) => toSource(value)),
    ...(query ? [toSource(query)] : []),
    ...(body ? [toSource(omitSignature(request))] : []),
  ];
}

/** Renders a value; a string that contains single quotes gets double quotes. */
function toSource(value: unknown): string {
  return toLiteral(value).replaceAll(/'(?:[^'\\]|\\.)*'/g, (text) =>
    text.includes("\\'") ? `"${text.slice(1, -1).replaceAll("\\'", "'")}"` : text,
  );
}
