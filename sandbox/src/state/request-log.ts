import type { OperationId } from '../../../generated/operations.js';

/** A request that the sandbox received. */
export interface RequestEntry {
  /** Undefined when the request belongs to no operation. */
  readonly operationId?: OperationId;
  /** The status of the response, even if a fault lost the response; 0 when there is no response, or none yet. */
  readonly status: number;
  readonly idempotencyKey?: string;
  /** The time of arrival, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** All requests, in the order they arrived. */
export class RequestLog {
  readonly #entries: RequestEntry[] = [];

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
    const index = this.#entries.push(entry) - 1;
    return (status) => {
      this.#entries[index] = { ...entry, status };
    };
  }

  entries(): RequestEntry[] {
    return [...this.#entries];
  }
}
