import { ApiError } from '../lib/api-error.js';
import { operationTable } from '../lib/description.js';
import type { Payment } from '../payments/payment.js';
import type { OperationRequest } from './operation-request.js';

/**
 * Finds the payment that the path names.
 * @throws ApiError (404) when there is none, or when the operation does not accept ids of this form.
 */
export function findPayment({ operationId, id, state }: OperationRequest): Payment {
  const pattern = operationTable[operationId].pathParameters['id'];
  const payment = pattern && new RegExp(pattern).test(id) ? state.payments.get(id) : undefined;
  if (!payment) throw new ApiError(404);
  return payment;
}
