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

/** The last requests, in the order they arrived. */
export class RequestLog {
  /** A ring: once it is full, each request replaces the oldest. */
  readonly #entries: RequestEntry[] = [];
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
    const entry: RequestEntry = {
      ...(operationId !== undefined && { operationId }),
      status: 0,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      at,
    };
    const index = this.#count % MAX_REQUESTS;
    this.#entries[index] = entry;
    this.#count += 1;
    return (status) => {
      if (this.#entries[index] === entry) this.#entries[index] = { ...entry, status };
    };
  }

  entries(): RequestEntry[] {
    const oldest = this.#count % MAX_REQUESTS;
    if (this.#count <= MAX_REQUESTS) return [...this.#entries];
    return [...this.#entries.slice(oldest), ...this.#entries.slice(0, oldest)];
  }
}
