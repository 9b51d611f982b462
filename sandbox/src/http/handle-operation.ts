import type { OperationId } from '../../../generated/operations.js';
import { ApiError } from '../lib/api-error.js';
import { executeOnce } from '../requests/execute-once.js';
import { readIdempotencyKey } from '../requests/validate-request.js';
import type { SandboxContext } from '../state/state.js';
import {
  applyDamage,
  buildResponse,
  LOST_CONNECTION,
  type OutgoingResponse,
  renderError,
} from './outgoing-response.js';
import { readBodyText } from './request-body.js';

/** Handles an HTTP request to an operation, with the effect of a pending fault. */
export async function handleOperation(
  context: SandboxContext,
  operationId: OperationId,
  id: string,
  request: Request,
  url: URL,
): Promise<OutgoingResponse> {
  const { state, clock } = context;
  const { headers } = request;
  const requestId = state.random.uuid();
  const at = clock.now();
  state.scheduler.runDue(at);
  const recordStatus = state.requests.add(operationId, readIdempotencyKey(operationId, headers), at);
  const fault = state.faults.take(operationId);
  if (fault?.effect === 'drop-before') return LOST_CONNECTION;

  const response = await readBodyText(request)
    .then((text) => executeOnce(context, { operationId, id, url, headers, text }, fault))
    .catch((error: unknown) => {
      if (error instanceof ApiError) return renderError(error, operationId, requestId);
      throw error;
    });
  recordStatus(response.status);
  return applyDamage(buildResponse(response, requestId), fault?.effect);
}
