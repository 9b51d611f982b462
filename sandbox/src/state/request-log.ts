import type { OperationId } from '../../../generated/operations.js';
import type { FaultEffect } from './faults.js';

/** The number of requests that are kept. */
const MAX_REQUESTS = 100_000;

/** A request that the sandbox received. */
export interface RequestEntry {
  /** Undefined when the request belongs to no operation. */
  readonly operationId?: OperationId;
  /** The status of the response, even if a fault lost the response; 0 when there is no response, or none yet. */
  readonly status: number;
  /** The idempotency key. One of more than 255 characters is shortened, and stays distinct. */
  readonly idempotencyKey?: string;
  /** The error codes of the response, when the sandbox rejected the request with some. */
  readonly errorCodes?: readonly string[];
  /** The effect of the fault that hit the request. */
  readonly fault?: FaultEffect;
  /** The time of arrival, in ms since the Unix epoch. */
  readonly at: number;
}

/** What became of a request. */
export interface RequestResult {
  /** The status of the response; 0 when there is none. */
  readonly status: number;
  /** The error codes of a request that was rejected. */
  readonly errorCodes?: readonly string[] | undefined;
  /** The effect of the fault that hit the request. */
  readonly fault?: FaultEffect | undefined;
}

/** A request as it is kept: the same fields in every one, of which the result is set later. */
interface LoggedRequest {
  readonly operationId: OperationId | undefined;
  status: number;
  readonly idempotencyKey: string | undefined;
  errorCodes: readonly string[] | undefined;
  fault: FaultEffect | undefined;
  readonly at: number;
}

/** The last requests, in the order they arrived. */
export class RequestLog {
  /** A ring: once it is full, each request replaces the oldest. */
  readonly #requests: LoggedRequest[] = [];
  #count = 0;

  /**
   * Records a request.
   * @returns A function that records what became of it.
   */
  add(
    operationId: OperationId | undefined,
    idempotencyKey: string | undefined,
    at: number,
  ): (result: RequestResult) => void {
    const request: LoggedRequest = {
      operationId,
      status: 0,
      idempotencyKey,
      errorCodes: undefined,
      fault: undefined,
      at,
    };
    this.#requests[this.#count % MAX_REQUESTS] = request;
    this.#count += 1;
    return ({ status, errorCodes = [], fault }) => {
      request.status = status;
      request.errorCodes = errorCodes.length > 0 ? errorCodes : undefined;
      request.fault = fault;
    };
  }

  /** The number of requests so far, including those that are no longer kept. */
  get count(): number {
    return this.#count;
  }

  /** Returns the last requests, newest first. */
  latest(limit: number): RequestEntry[] {
    const kept = Math.min(limit, this.#requests.length);
    const indices = Array.from({ length: kept }, (_, age) => (this.#count - 1 - age) % MAX_REQUESTS);
    return indices.flatMap((index) => this.#requests[index] ?? []).map(toEntry);
  }

  entries(): RequestEntry[] {
    return this.latest(MAX_REQUESTS).reverse();
  }
}

function toEntry(request: LoggedRequest): RequestEntry {
  const { operationId, status, idempotencyKey, errorCodes, fault, at } = request;
  return {
    ...(operationId !== undefined && { operationId }),
    status,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(errorCodes !== undefined && { errorCodes }),
    ...(fault !== undefined && { fault }),
    at,
  };
}
