import type { OperationId } from '../../../generated/operations.js';

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
  /** The time of arrival, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** A request as it is kept: the same fields in every one, of which the status changes. */
interface LoggedRequest {
  readonly operationId: OperationId | undefined;
  status: number;
  readonly idempotencyKey: string | undefined;
  readonly at: number;
}

/** The last requests, in the order they arrived. */
export class RequestLog {
  /** A ring: once it is full, each request replaces the oldest. */
  readonly #requests: LoggedRequest[] = [];
  #count = 0;

  /**
   * Records a request.
   * @returns A function that records the status of its response.
   */
  add(
    operationId: OperationId | undefined,
    idempotencyKey: string | undefined,
    at: number,
  ): (status: number) => void {
    const request: LoggedRequest = { operationId, status: 0, idempotencyKey, at };
    this.#requests[this.#count % MAX_REQUESTS] = request;
    this.#count += 1;
    return (status) => {
      request.status = status;
    };
  }

  entries(): RequestEntry[] {
    const oldest = this.#count > MAX_REQUESTS ? this.#count % MAX_REQUESTS : 0;
    return [...this.#requests.slice(oldest), ...this.#requests.slice(0, oldest)].map(toEntry);
  }
}

function toEntry({ operationId, status, idempotencyKey, at }: LoggedRequest): RequestEntry {
  return {
    ...(operationId !== undefined && { operationId }),
    status,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    at,
  };
}
