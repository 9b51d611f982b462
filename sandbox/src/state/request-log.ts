import type { OperationId } from '../../../generated/operations.js';

/** A request that the sandbox has seen. */
export interface RequestEntry {
  /** Left out when the request belongs to no operation. */
  readonly operationId?: OperationId;
  /** The status of the answer, lost or not; 0 as long as, or when, there is none. */
  readonly status: number;
  readonly idempotencyKey?: string;
  /** When it came in, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Every request, in the order they came in. */
export class RequestLog {
  readonly #entries: RequestEntry[] = [];

  /** Notes a request. @returns What notes the status of its answer. */
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
