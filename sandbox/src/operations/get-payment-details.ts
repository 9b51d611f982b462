import type { OperationResponse } from '../lib/operation-response.js';
import { renderDetails } from '../payments/views.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Finds a payment or a payout. The returned function shows it. See `OperationHandler`. */
export function getPaymentDetails(request: OperationRequest): () => OperationResponse {
  const payment = findPayment(request);
  return () => ({ status: 200, body: renderDetails(payment, request.origin) });
}
