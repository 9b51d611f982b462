import { ApiError } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { handlers } from '../operations/handlers.js';
import type { OperationRequest } from '../operations/operation-request.js';
import { BODY_EFFECTS, FAULT_DEFAULTS, type Fault, type FaultEffect } from '../state/faults.js';
import type { SandboxContext } from '../state/state.js';
import type { ReceivedRequest } from './parse-body.js';
import { validateRequest } from './validate-request.js';

/** What became of a request. */
export interface Execution {
  /** The response, or the error that rejects the request; undefined when a fault lost the request. */
  readonly response: OperationResponse | ApiError | undefined;
  /** The effect of the fault that hit the request. Its damage to the response remains to be applied. */
  readonly fault?: FaultEffect | undefined;
}

/**
 * Executes a request to an operation, once for each idempotency key, with the effect of a pending fault. A
 * request that is rejected anyway leaves the fault to a later one, and one whose response has no body leaves
 * damage to a body.
 * @throws ApiError when the request is rejected, and no fault hit it.
 */
export async function executeOnce(context: SandboxContext, received: ReceivedRequest): Promise<Execution> {
  const { state, clock } = context;
  const request = validateRequest(context, received, clock.now());
  state.scheduler.runDue(request.now);
  const execute = prepare(request);
  const fault = state.faults.find(received.operationId);
  if (!fault) return { response: execute() };
  const { effect } = fault;
  if (!BODY_EFFECTS.includes(effect)) {
    state.faults.use(fault);
    return { response: await executeWithFault(request, execute, fault, received.signal), fault: effect };
  }
  const response = execute();
  if (received.method === 'HEAD' || !response.json) return { response };
  state.faults.use(fault);
  return { response, fault: effect };
}

/** Executes a request that a fault hits, or does not execute it. */
function executeWithFault(
  request: OperationRequest,
  execute: () => OperationResponse,
  { effect, status, headers, body, ms }: Fault,
  signal: AbortSignal | undefined,
): Execution['response'] | Promise<Execution['response']> {
  switch (effect) {
    case 'drop-before':
      return undefined;
    case 'status':
      return { status: status ?? FAULT_DEFAULTS[effect].status, headers, body };
    case 'status-after':
      execute();
      return { status: status ?? FAULT_DEFAULTS[effect].status, headers, body };
    case 'in-flight':
      return new ApiError(429, ['duplicate_request']);
    case 'delay':
      return executeLater(request, ms ?? FAULT_DEFAULTS[effect].ms, signal);
    case 'late':
      deliverLater(request, ms ?? FAULT_DEFAULTS[effect].ms);
      return undefined;
    case 'twice': {
      const response = execute();
      deliverLater(request, ms ?? FAULT_DEFAULTS[effect].ms);
      return response;
    }
    default:
      return execute();
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

/** Executes a request after a delay in ms. Its key is in flight meanwhile. */
async function executeLater(
  request: OperationRequest,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<OperationResponse | ApiError> {
  const { idempotencyKey, fingerprint, now, clock, state } = request;
  const reserved =
    idempotencyKey !== undefined && !state.keys.find(idempotencyKey, fingerprint, now)
      ? idempotencyKey
      : undefined;
  if (reserved !== undefined) state.keys.reserve(reserved, fingerprint);
  await sleep(ms, signal);
  if (reserved !== undefined) state.keys.free(reserved);
  const arrived = { ...request, now: clock.now() };
  state.scheduler.runDue(arrived.now);
  return executeOrReject(arrived);
}

/** Delivers a request after a time in ms of the sandbox's clock. Its response is lost. */
function deliverLater(request: OperationRequest, ms: number): void {
  const { operationId, shownKey, now, state } = request;
  state.scheduler.schedule(now + ms, {
    name: `Arrival of ${operationId}`,
    paymentId: request.id || undefined,
    applies: () => true,
    run: (dueAt) => {
      const recordResult = state.requests.add(operationId, shownKey, dueAt);
      const response = executeOrReject({ ...request, now: dueAt });
      recordResult({
        status: response.status,
        errorCodes: response instanceof ApiError ? response.codes : undefined,
      });
    },
  });
}

/** Executes a request that arrives now, or returns the error that rejects it. */
function executeOrReject(request: OperationRequest): OperationResponse | ApiError {
  try {
    return prepare(request)();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** Encodes the body as JSON, once for all repetitions of the response. */
function encodeBody({ status, headers, body }: OperationResponse): OperationResponse {
  return { status, headers, json: body === undefined ? undefined : JSON.stringify(body) };
}

/** Waits, and keeps the process alive as long as a caller in it waits too. */
function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    // A number in browsers.
    const timer: { unref?: () => void } = Object(setTimeout(resolve, ms));
    if (!signal || signal.aborted) timer.unref?.();
    else signal.addEventListener('abort', () => timer.unref?.());
  });
}
