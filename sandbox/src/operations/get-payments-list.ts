import { invalidRequest } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { renderDetails } from '../payments/views.js';
import type { OperationRequest } from './operation-request.js';

/** Returns the function that lists the payments of a reference. See `OperationHandler`. */
export function getPaymentsList({ state, query, origin }: OperationRequest): () => OperationResponse {
  const { reference, limit, skip } = query as { reference: string; limit: number; skip: number };
  if (!Number.isInteger(limit)) throw invalidRequest('paging_limit_invalid');
  if (!Number.isInteger(skip)) throw invalidRequest('paging_skip_invalid');
  return () => {
    const payments = state.payments.withReference(reference);
    const data = takeNewest(payments, skip, limit).map((payment) => renderDetails(payment, origin));
    return { status: 202, body: { total_count: payments.length, skip, limit, data } };
  };
}

function takeNewest<Item>(oldestFirst: readonly Item[], skip: number, limit: number): Item[] {
  const end = Math.max(oldestFirst.length - skip, 0);
  return oldestFirst.slice(Math.max(end - limit, 0), end).reverse();
}
