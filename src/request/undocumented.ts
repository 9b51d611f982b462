import type { Operation } from '../../generated/operations.js';

/** A request that the description does not have, as far as it is known. */
export interface UndocumentedOperation extends Operation {
  readonly isUndocumented: true;
}

/** Whether the description does not have an operation. */
export function isUndocumented(operation: Operation): boolean {
  return 'isUndocumented' in operation;
}
