import type { OperationResponse } from '../lib/operation-response.js';
import { renderAction } from '../payments/views.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Finds a payment. The returned function lists its actions. See `OperationHandler`. */
export function getPaymentActions(request: OperationRequest): () => OperationResponse {
  const { actions } = findPayment(request);
  return () => ({ status: 200, body: [...actions].reverse().map(renderAction) });
}
