import type { OperationId } from '../../../generated/operations.js';
import { checkFault } from './check-fault.js';
import type { Fault } from './faults.js';

/** A fault that waits for the requests that it hits. */
export interface PendingFault extends Pick<Fault, 'operationId' | 'effect' | 'status' | 'ms'> {
  /** How many requests it still hits. */
  readonly left: number;
}

/** The injected faults that have not hit all their requests yet. */
export class PendingFaults {
  #pending: { readonly fault: Fault; left: number }[] = [];

  /** @throws TypeError when a field of the fault is wrong; the message names the field. */
  inject(fault: Fault): void {
    checkFault(fault);
    this.#pending.push({ fault: structuredClone(fault), left: fault.times ?? 1 });
  }

  /** Returns the faults in the order they were injected, without the headers and bodies of responses. */
  entries(): PendingFault[] {
    return this.#pending.map(({ fault: { operationId, effect, status, ms }, left }) => ({
      ...(operationId !== undefined && { operationId }),
      effect,
      ...(status !== undefined && { status }),
      ...(ms !== undefined && { ms }),
      left,
    }));
  }

  clear(): void {
    this.#pending = [];
  }

  /** Finds the fault for a request to an operation: of those that there are, the one injected first. */
  find(operationId: OperationId): Fault | undefined {
    return this.#pending.find(({ fault }) => (fault.operationId ?? operationId) === operationId)?.fault;
  }

  /** Counts a request that a fault hits. After the last one, it is gone. */
  use(used: Fault): void {
    this.#pending = this.#pending.filter((one) => one.fault !== used || --one.left > 0);
  }
}
