import { type OperationId, REQUEST_ID_HEADER } from '../../generated/operations.js';
import type { Answer, Refusal } from './answer.js';
import { description, table } from './description.js';

/** A refusal in the form that is documented for its operation. */
export function refusalAnswer(
  { status, codes, headers }: Refusal,
  operationId: OperationId | undefined,
  requestId: string,
): Answer {
  if (operationId && table[operationId].tokenEndpoint) {
    const body = { error: 'invalid_request', error_description: codes.join(', ') };
    // The only status that is documented for a token request that cannot be read.
    return { status: status === 415 || status === 422 ? 400 : status, headers, body };
  }
  if (codes.length === 0) return { status, headers };
  return {
    status,
    headers,
    body: { request_id: requestId, error_type: 'request_invalid', error_codes: codes },
  };
}

/** Every response says which request it answers and which version answered. */
export function toResponse({ status, headers, body, json }: Answer, requestId: string): Response {
  const text = typeof body === 'string' ? body : undefined;
  const encoded = json ?? (text === undefined && body !== undefined ? JSON.stringify(body) : undefined);
  return new Response(encoded ?? text, {
    status,
    headers: {
      ...(encoded !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
      [REQUEST_ID_HEADER]: requestId,
      'Cko-Version': description.info.version,
      ...headers,
    },
  });
}
