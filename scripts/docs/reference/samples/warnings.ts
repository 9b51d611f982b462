import {
  type Operation as OperationEntry,
  type OperationId,
  operations,
} from '../../../../generated/operations.js';
import type { ExampleRequest } from '../../../generate/example-request.js';

/** Lists what to change or to clarify before the first real request. */
export function listWarnings({ operation, body = {} }: ExampleRequest): string[] {
  const { amounts }: OperationEntry = operations[operation.operationId as OperationId];
  const ambiguous = Object.keys(body).filter((name) => amounts[name] === 'undocumented');
  return [
    ...ambiguous.map(
      (name) => `The unit of ${name} is not documented: ask your provider before you go live.`,
    ),
    ...('capture_on' in body ? ['Set capture_on to a time within the next seven days.'] : []),
  ];
}
