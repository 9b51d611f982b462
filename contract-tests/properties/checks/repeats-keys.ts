import type { OperationId } from '../../../generated/operations.js';
import { operations as operationTable } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from '../requests/business-rules.js';
import type { RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { isSuccess } from './response-problems.js';

/** A write that is repeated with its idempotency key gets the same response, and happens once. */
export const repeatsKeys = defineCheck<RequestCase>({
  name: 'takes a repeated idempotency key for the same write',
  schemathesis: [],
  runs: 8,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) => (keyHeader(operation) ? [withKey(operation, fullRequest(operation))] : []),
  generateCases: (operation) =>
    keyHeader(operation)
      ? validRequests(operation)
          .filter(isAcceptable)
          .map((request) => withKey(operation, request))
      : undefined,
  async findProblems(target, _operation, request) {
    const paymentId = await target.prepare(request.payment);
    const written = writeRequest(request, paymentId, target.authorization);
    const first = await target.send(written);
    const { value: second, effects } = await countEffects(target, () => target.send(written));
    return [
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

function keyHeader({ operationId }: Operation): string | undefined {
  return operationTable[operationId as OperationId].idempotencyHeader;
}

function withKey(operation: Operation, request: RequestCase): RequestCase {
  const header = keyHeader(operation) as string;
  return { ...request, headers: { [header]: 'key', ...request.headers } };
}
