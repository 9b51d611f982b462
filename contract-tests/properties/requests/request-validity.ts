import {
  compileValidator,
  operations,
  requestSchema,
} from '../../../contract/src/conformance/description.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from './business-rules.js';
import { PAYMENT_ID, type RequestCase } from './request-case.js';
import { querySchema, readQuery } from './valid-requests.js';

/** Whether the schemas of an operation allow the query and the body of a request. */
export function isValidRequest(operation: Operation, request: RequestCase): boolean {
  const schema = requestSchema(operation);
  if (!compileValidator(querySchema(operation))(readQuery(operation, request.query))) return false;
  return !schema || !('body' in request) || compileValidator(schema)(request.body);
}

/**
 * Whether the requests of a smaller case are what those of a case are: to the same operation and payment, as valid, and as
 * acceptable for what they mean; and whether the case has all other members. Without that, a smaller case could fail
 * for another reason.
 */
export function hasSameValidity(one: unknown, smaller: unknown): boolean {
  if (typeof one !== 'object' || one === null) return true;
  if (Array.isArray(one))
    return !Array.isArray(smaller) || smaller.every((item) => hasSameValidity(one[0], item));
  if (isRequest(one)) return isRequest(smaller) && describeValidity(one) === describeValidity(smaller);
  return Object.entries(one).every(
    ([name, member]) =>
      Object.hasOwn(Object(smaller), name) && hasSameValidity(member, Object(smaller)[name]),
  );
}

function describeValidity(request: RequestCase): string {
  const operation = operations.find(({ operationId }) => operationId === request.operationId);
  const isValid = operation !== undefined && isValidRequest(operation, request);
  const isOnPayment = request.id === PAYMENT_ID;
  return [
    request.operationId,
    request.payment,
    isOnPayment,
    isValid,
    isValid && isAcceptable(request),
  ].join();
}

function isRequest(value: unknown): value is RequestCase {
  const { operationId, query, headers } = Object(value);
  return typeof operationId === 'string' && typeof query === 'object' && typeof headers === 'object';
}
