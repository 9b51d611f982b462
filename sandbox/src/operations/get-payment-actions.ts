import { renderAction } from '../payments/views.js';
import type { OperationResponse } from '../shared/operation-response.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

export function getPaymentActions(request: OperationRequest): OperationResponse {
  return { status: 200, body: [...findPayment(request).actions].reverse().map(renderAction) };
}
