import type { OperationId } from '../../../generated/operations.js';
import { operations as operationTable } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from '../requests/business-rules.js';
import { EDGE_VALUES } from '../requests/header-values.js';
import type { RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { findResponseProblems, isSuccess } from './response-problems.js';

/** A write that is repeated with its idempotency key gets the same response, and happens once. */
export const repeatsKeys = defineCheck<RequestCase>({
  name: 'takes a repeated idempotency key for the same write',
  schemathesis: [],
  runs: 8,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) => {
    if (!keyHeader(operation)) return [];
    const keys = ['key', ...EDGE_VALUES].filter((key) => key.trim() !== '');
    return keys.map((key) => withKey(operation, fullRequest(operation), key));
  },
  generateCases: (operation) =>
    keyHeader(operation)
      ? validRequests(operation)
          .filter(isAcceptable)
          .map((request) => withKey(operation, request, readKey(operation, request).trim() || 'key'))
      : undefined,
  async findProblems(target, operation, request) {
    const paymentId = await target.prepare(request.payment);
    const written = writeRequest(request, paymentId, target.authorization);
    const first = await target.send(written);
    const { value: second, effects } = await countEffects(target, () => target.send(written));
    const longer = withKey(operation, request, `${readKey(operation, request)}x`);
    const other = await target.send(writeRequest(longer, paymentId, target.authorization));
    return [
      ...findResponseProblems(operation, second),
      ...(other.body !== '' && other.body === first.body
        ? ['a key that is longer by a character got the same response']
        : []),
      ...(isSuccess(first) ? [] : [`the first request was refused with ${first.status}`]),
      ...(second.status === first.status && second.body === first.body
        ? []
        : [
            `the repeated request got ${second.status} ${second.body}, the first ${first.status} ${first.body}`,
          ]),
      ...(effects > 0 ? ['the repeated request moved money'] : []),
    ];
  },
});

/** The header with which a write is repeated; undefined where an operation has none. */
export function keyHeader({ operationId }: Operation): string | undefined {
  return operationTable[operationId as OperationId].idempotencyHeader;
}

/** Sends a request with a key. */
export function withKey(operation: Operation, request: RequestCase, key: string): RequestCase {
  return { ...request, headers: { ...request.headers, [keyHeader(operation) as string]: key } };
}

function readKey(operation: Operation, request: RequestCase): string {
  return request.headers[keyHeader(operation) as string] ?? '';
}
