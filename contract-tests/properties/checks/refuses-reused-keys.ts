import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { operations, requestSchema } from '../../../contract/src/conformance/description.js';
import { type OperationId, operations as operationTable } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from '../requests/business-rules.js';
import { EDGE_VALUES } from '../requests/header-values.js';
import type { RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import { listBoundaries } from '../schemas/boundaries.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { keyHeader, withKey } from './repeats-keys.js';
import { findResponseProblems, isSuccess, readErrorCodes } from './response-problems.js';

/** A write, and another one that has its key. */
interface ReusedKey {
  readonly key: string;
  readonly first: RequestCase;
  readonly second: RequestCase;
}

/** A key that belongs to one write is refused for another one, which does not happen. The first can be repeated still. */
export const refusesReusedKeys = defineCheck<ReusedKey>({
  name: 'refuses the idempotency key of another write',
  schemathesis: [],
  runs: 8,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) => {
    const schema = requestSchema(operation);
    if (!keyHeader(operation) || !schema) return [];
    const first = fullRequest(operation);
    const bodies = listBoundaries(schema, first.body)
      .filter(({ keyword }) => keyword === 'required' || keyword === 'enum')
      .map(({ value }) => ({ ...first, body: value }))
      .filter((second) => isAcceptable(second) && isOther(first, second));
    const others = operations.filter((other) => isOnPayment(other) && other !== operation).map(fullRequest);
    return [
      ...[...bodies, ...(isOnPayment(operation) ? others : [])].map((second) => ({
        key: 'key',
        first,
        second,
      })),
      ...EDGE_VALUES.filter(({ length }) => length > 200).flatMap((key) =>
        bodies.slice(0, 1).map((second) => ({ key, first, second })),
      ),
    ];
  },
  generateCases(operation) {
    if (!keyHeader(operation)) return undefined;
    const requests = validRequests(operation).filter(isAcceptable);
    return fc
      .record({ key: fc.uuid(), first: requests, second: requests })
      .filter(({ first, second }) => isOther(first, second));
  },
  async findProblems(target, operation, { key, first, second }) {
    if (!isOther(first, second)) throw new Error('The second request repeats the first one.');
    const paymentId = await target.prepare(first.payment);
    const send = (request: RequestCase) =>
      target.send(writeRequest(withKey(operation, request, key), paymentId, target.authorization));
    const accepted = await send(first);
    const { value: refused, effects } = await countEffects(target, () => send(second));
    const repeated = await send(first);
    const ofSecond = operations.find(({ operationId }) => operationId === second.operationId) as Operation;
    const codes = readErrorCodes(refused).join();
    return [
      ...(isSuccess(accepted) ? [] : [`the first request was refused with ${accepted.status}`]),
      ...(refused.status === 422 && codes === 'idempotency_key_reused'
        ? []
        : [`another request with the same key got ${refused.status} ${codes}`.trimEnd()]),
      ...findResponseProblems(ofSecond, refused),
      ...(effects > 0 ? ['another request with the same key moved money'] : []),
      ...(repeated.body === accepted.body ? [] : ['the first request can no longer be repeated']),
    ];
  },
});

/** Whether a request is not the same as another one, apart from its signature. */
function isOther(first: RequestCase, second: RequestCase): boolean {
  return (
    first.operationId !== second.operationId ||
    !isDeepStrictEqual(omitSignature(first), omitSignature(second))
  );
}

function omitSignature({ operationId, body }: RequestCase): object {
  const { signature } = operationTable[operationId];
  const unsigned: unknown[] = [signature?.timestamp, signature?.signature];
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !unsigned.includes(name)));
}

function isOnPayment(operation: Operation): boolean {
  const { idempotencyHeader, path } = operationTable[operation.operationId as OperationId];
  return idempotencyHeader !== undefined && path.includes('{id}');
}
