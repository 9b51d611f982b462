import type { OperationId } from '../../../generated/operations.js';
import { ApiError } from '../lib/api-error.js';
import { operationTable } from '../lib/description.js';
import { type Execution, executeOnce } from '../requests/execute-once.js';
import { readIdempotencyKey } from '../requests/idempotency-key.js';
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
  const { tokenEndpoint } = operationTable[operationId];
  const requestId = (tokenEndpoint ? state.tokenRandom : state.requestRandom).uuid();
  const at = clock.now();
  state.scheduler.runDue(at);
  const recordStatus = state.requests.add(operationId, readIdempotencyKey(operationId, headers), at);

  const { response, effect } = await request
    .readBody()
    .then((text) => executeOnce(context, { operationId, id, url, headers, text }))
    .catch((error: unknown): Execution => {
      if (error instanceof ApiError) return { response: renderError(error, operationId, requestId) };
      throw error;
    });
  if (!response) return LOST_CONNECTION;
  recordStatus(response.status);
  const isFromGateway = effect === 'status-after';
  return applyDamage(buildResponse(response, isFromGateway ? undefined : requestId, clock.now()), effect);
}
