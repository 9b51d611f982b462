import { ApiError } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { handlers } from '../operations/handlers.js';
import type { OperationRequest } from '../operations/operation-request.js';
import type { FaultEffect } from '../state/faults.js';
import type { SandboxContext } from '../state/state.js';
import type { ReceivedRequest } from './parse-body.js';
import { validateRequest } from './validate-request.js';

/** The time of `delay` and `late` without `ms`, in milliseconds. */
const DEFAULT_DELAY = 1000;

/** What became of a request that was not rejected. */
export interface Execution {
  /** Undefined when a fault lost the request. */
  readonly response: OperationResponse | undefined;
  /** The effect of a fault on the connection, which remains to be applied. */
  readonly effect?: FaultEffect | undefined;
}

/**
 * Executes a request to an operation, once for each idempotency key, with the effect of a pending fault. A
 * request that is rejected anyway leaves the fault to a later one.
 * @throws ApiError when the request is rejected.
 */
export async function executeOnce(context: SandboxContext, received: ReceivedRequest): Promise<Execution> {
  const { state, clock } = context;
  const request = validateRequest(context, received, clock.now());
  state.scheduler.runDue(request.now);
  const execute = prepare(request);
  const fault = state.faults.take(received.operationId);
  switch (fault?.effect) {
    case 'drop-before':
      return { response: undefined };
    case 'status':
      return { response: { status: fault.status ?? 500, headers: fault.headers, body: fault.body } };
    case 'status-after': {
      const { effect, status = 502, headers, body } = fault;
      execute();
      return { response: { status, headers, body }, effect };
    }
    case 'in-flight':
      throw new ApiError(429, ['duplicate_request']);
    case 'delay':
      return { response: await executeLater(request, fault.ms ?? DEFAULT_DELAY) };
    case 'late':
      deliverLater(request, fault.ms ?? DEFAULT_DELAY);
      return { response: undefined };
    case 'twice': {
      const response = execute();
      deliverLater(request, fault.ms ?? 0);
      return { response };
    }
    default:
      return { response: execute(), effect: fault?.effect };
  }
}

/**
 * Checks a request that is valid in itself against its key and the state.
 * @returns A function that executes it, or repeats the response of its key. Both are synchronous, so that no
 * other request changes the payment meanwhile.
 * @throws ApiError when the request is rejected.
 */
function prepare(request: OperationRequest): () => OperationResponse {
  const { operationId, idempotencyKey, fingerprint, now, state, options } = request;
  const stored = idempotencyKey === undefined ? undefined : state.keys.find(idempotencyKey, fingerprint, now);
  if (stored) return () => stored;
  const execute = handlers[operationId](request);
  return () => {
    const response = encodeBody(execute());
    if (idempotencyKey !== undefined)
      state.keys.set(idempotencyKey, fingerprint, response, now + options.keyLifetime);
    return response;
  };
}

/** Executes a request after a delay in milliseconds. Its key is in flight meanwhile. */
async function executeLater(request: OperationRequest, ms: number): Promise<OperationResponse> {
  const { idempotencyKey, fingerprint, now, clock, state } = request;
  const reserved =
    idempotencyKey !== undefined && !state.keys.find(idempotencyKey, fingerprint, now)
      ? idempotencyKey
      : undefined;
  if (reserved !== undefined) state.keys.reserve(reserved, fingerprint);
  await sleep(ms);
  if (reserved !== undefined) state.keys.free(reserved);
  const arrived = { ...request, now: clock.now() };
  state.scheduler.runDue(arrived.now);
  return prepare(arrived)();
}

/** Delivers a request after a time in milliseconds of the sandbox's clock. Its response is lost. */
function deliverLater(request: OperationRequest, ms: number): void {
  const { operationId, idempotencyKey, now, state } = request;
  state.scheduler.schedule(now + ms, (dueAt) => {
    const recordStatus = state.requests.add(operationId, idempotencyKey, dueAt);
    try {
      recordStatus(prepare({ ...request, now: dueAt })().status);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      recordStatus(error.status);
    }
  });
}

/** Encodes the body as JSON, once for all repetitions of the response. */
function encodeBody({ status, headers, body }: OperationResponse): OperationResponse {
  return { status, headers, json: body === undefined ? undefined : JSON.stringify(body) };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
