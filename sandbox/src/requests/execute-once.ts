import { ApiError } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { handlers } from '../operations/handlers.js';
import type { OperationRequest } from '../operations/operation-request.js';
import type { Fault } from '../state/faults.js';
import type { SandboxContext } from '../state/state.js';
import type { ReceivedRequest } from './parse-body.js';
import { validateRequest } from './validate-request.js';

/** The delay of a fault without `ms`, in milliseconds. */
const DEFAULT_DELAY = 1000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Executes a request to an operation, once for each idempotency key.
 * @throws ApiError when the request is rejected.
 */
export async function executeOnce(
  context: SandboxContext,
  received: ReceivedRequest,
  fault: Fault | undefined,
): Promise<OperationResponse> {
  if (fault?.effect === 'status') {
    return { status: fault.status ?? 500, headers: fault.headers, body: fault.body };
  }
  if (fault?.effect === 'in-flight') throw new ApiError(429, ['duplicate_request']);
  const request = validateRequest(context, received, context.clock.now());
  const stored = claimKey(request);
  if (stored) return stored;
  // The key is in flight meanwhile.
  if (fault?.effect === 'delay') await sleep(fault.ms ?? DEFAULT_DELAY);
  return execute(request);
}

/** Returns the stored response of the request's key, or reserves the key. */
function claimKey({ idempotencyKey, fingerprint, now, state }: OperationRequest) {
  return idempotencyKey === undefined ? undefined : state.keys.claim(idempotencyKey, fingerprint, now);
}

/** Executes a request. It is synchronous, so that no other request changes the payment meanwhile. */
function execute(request: OperationRequest): OperationResponse {
  const { operationId, idempotencyKey, clock, state } = request;
  let response: OperationResponse | undefined;
  try {
    const now = clock.now();
    state.scheduler.runDue(now);
    response = encodeBody(handlers[operationId]({ ...request, now }));
    return response;
  } finally {
    if (idempotencyKey !== undefined) state.keys.settle(idempotencyKey, response);
  }
}

/** Encodes the body as JSON in one piece: the pieces that `JSON.stringify` builds take twice the memory. */
function encodeBody({ status, headers, body }: OperationResponse): OperationResponse {
  return {
    status,
    headers,
    json: body === undefined ? undefined : decoder.decode(encoder.encode(JSON.stringify(body))),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
