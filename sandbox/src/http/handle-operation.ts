import type { OperationId } from '../../../generated/operations.js';
import { ApiError } from '../lib/api-error.js';
import { operationTable } from '../lib/description.js';
import { type Execution, executeOnce } from '../requests/execute-once.js';
import { readIdempotencyKey } from '../requests/idempotency-key.js';
import type { RequestResult } from '../state/request-log.js';
import type { SandboxContext } from '../state/state.js';
import type { IncomingRequest } from './incoming-request.js';
import {
  applyDamage,
  buildResponse,
  LOST_CONNECTION,
  type OutgoingResponse,
  renderError,
} from './outgoing-response.js';

/** A handled request, with what a log shows of it. */
export interface HandledOperation extends Pick<RequestResult, 'errorCodes' | 'fault'> {
  readonly response: OutgoingResponse;
  readonly idempotencyKey?: string | undefined;
}

/** Handles an HTTP request to an operation, with the effect of a pending fault. */
export async function handleOperation(
  context: SandboxContext,
  operationId: OperationId,
  id: string,
  request: IncomingRequest,
): Promise<HandledOperation> {
  const { state, clock } = context;
  const { headers } = request;
  const { tokenEndpoint } = operationTable[operationId];
  const requestId = (tokenEndpoint ? state.tokenRequestRandom : state.requestRandom).uuid();
  const at = clock.now();
  state.scheduler.runDue(at);
  const idempotencyKey = readIdempotencyKey(operationId, headers, context.options)?.shown;
  const recordResult = state.requests.add(operationId, idempotencyKey, at);

  const { response, fault } = await request
    .readBody()
    .then((text) => executeOnce(context, { ...request, operationId, id, text }))
    .catch((error: unknown): Execution => {
      if (error instanceof ApiError) return { response: error };
      throw error;
    });
  if (!response) {
    recordResult({ status: 0, fault });
    return { response: LOST_CONNECTION, idempotencyKey, fault };
  }
  const isRejected = response instanceof ApiError;
  const errorCodes = isRejected ? response.codes : undefined;
  const rendered = isRejected ? renderError(response, operationId, requestId) : response;
  recordResult({ status: rendered.status, errorCodes, fault });
  const isFromGateway = fault === 'status-after';
  const built = buildResponse(rendered, isFromGateway ? undefined : requestId, clock.now());
  return { response: applyDamage(built, fault), idempotencyKey, errorCodes, fault };
}
