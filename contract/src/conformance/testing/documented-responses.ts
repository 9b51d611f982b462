import type { Operation } from '../../../../scripts/lib/description.js';
import { operations } from '../description.js';

/** Every response of every operation. */
export const documentedResponses = operations.flatMap((operation) =>
  operation.responses.map((response) => ({
    name: `${operation.operationId} ${response.status}`,
    operation,
    response,
  })),
);

/** The status of the first success that an operation documents. */
export function successStatus({ responses }: Operation): number {
  return responses.find(({ status }) => status < 300)?.status ?? 200;
}
