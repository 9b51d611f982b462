import type { OperationId } from '../../../generated/operations.js';
import { ApiError } from '../lib/api-error.js';
import { operationTable } from '../lib/description.js';
import type { RequestHeaders } from '../lib/request-headers.js';
import type { OperationRequest } from '../operations/operation-request.js';
import type { SandboxContext } from '../state/state.js';
import { computeFingerprint } from './fingerprint.js';
import { readIdempotencyKey } from './idempotency-key.js';
import { parseBody, type ReceivedRequest } from './parse-body.js';
import { checkSignature } from './request-signature.js';
import { validateBody, validateQuery } from './schema-validation.js';

/**
 * Validates everything about a request that does not depend on a payment: its token, body, query and
 * signature.
 * @throws ApiError when one of them is wrong.
 */
export function validateRequest(
  context: SandboxContext,
  received: ReceivedRequest,
  now: number,
): OperationRequest {
  const { operationId, url, headers, id } = received;
  const operation = operationTable[operationId];
  if (operation.secured) authenticate(context, headers, now);
  const fields = parseBody(received);
  const idempotencyKey = readIdempotencyKey(operationId, headers, context.options);
  const body =
    operation.tokenEndpoint || operation.body === 'none' ? fields : validateBody(operationId, fields);
  if (operation.signature) checkSignature(operation.signature, fields, received.text, context.options);
  // Written out: with a spread, V8 would create a separate hidden class for each request.
  return {
    state: context.state,
    options: context.options,
    clock: context.clock,
    operationId,
    now,
    origin: url.origin,
    id,
    body,
    query: operation.query === 'none' ? {} : validateQuery(operationId, url.search.slice(1)),
    url,
    authorization: headers.get('Authorization'),
    idempotencyKey: context.options.keyLifetime > 0 ? idempotencyKey?.key : undefined,
    shownKey: idempotencyKey?.shown,
    fingerprint:
      idempotencyKey === undefined
        ? ''
        : computeFingerprint(
            operationId,
            id,
            context.options.strictKeys ? fields : omitSignature(operationId, fields),
          ),
  };
}

/** Checks the bearer token: RFC 6750, sections 2.1 and 3. The challenge has no error where none was sent: section 3.1. */
function authenticate({ state }: SandboxContext, headers: RequestHeaders, now: number): void {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '') ?? [];
  if (!token) throw new ApiError(401, [], { 'WWW-Authenticate': 'Bearer' });
  if (!state.tokens.isValid(token, now))
    throw new ApiError(401, [], { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
}

/** Omits the fields that change when the same request is signed again. */
function omitSignature(operationId: OperationId, body: OperationRequest['body']): OperationRequest['body'] {
  const { signature } = operationTable[operationId];
  if (!signature) return body;
  const { [signature.timestamp]: _timestamp, [signature.signature]: _signature, ...rest } = body;
  return rest;
}
