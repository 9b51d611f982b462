import type { OperationId } from '../../../generated/operations.js';
import { ApiError } from '../lib/api-error.js';
import { executeOnce } from '../requests/execute-once.js';
import { readIdempotencyKey } from '../requests/validate-request.js';
import type { SandboxContext } from '../state/state.js';
import type { IncomingRequest } from './incoming-request.js';
import {
  applyDamage,
  buildResponse,
  LOST_CONNECTION,
  type OutgoingResponse,
  renderError,
} from './outgoing-response.js';

/** Handles an HTTP request to an operation, with the effect of a pending fault. */
export async function handleOperation(
  context: SandboxContext,
  operationId: OperationId,
  id: string,
  request: IncomingRequest,
): Promise<OutgoingResponse> {
  const { state, clock } = context;
  const { url, headers } = request;
  const requestId = state.random.uuid();
  const at = clock.now();
  state.scheduler.runDue(at);
  const recordStatus = state.requests.add(operationId, readIdempotencyKey(operationId, headers), at);
  const fault = state.faults.take(operationId);
  if (fault?.effect === 'drop-before') return LOST_CONNECTION;

  const response = await request
    .readBody()
    .then((text) => executeOnce(context, { operationId, id, url, headers, text }, fault))
    .catch((error: unknown) => {
      if (error instanceof ApiError) return renderError(error, operationId, requestId);
      throw error;
    });
  recordStatus(response.status);
  return applyDamage(buildResponse(response, requestId), fault?.effect);
}
