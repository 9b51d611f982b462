import { invalidRequest, notAllowed } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { capture } from '../payments/actions.js';
import { allowedActions, available } from '../payments/payment.js';
import { renderAcceptedAction } from '../payments/views.js';
import { readActionDetails } from './fields.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Checks a capture against what is authorized. The returned function accepts it. See `OperationHandler`. */
export function capturePayment(request: OperationRequest): () => OperationResponse {
  const { state, now, origin, body, options } = request;
  const payment = findPayment(request);
  if (!allowedActions(payment).capture) throw notAllowed();
  // The documentation states this rule for this payment method only.
  if (payment.instruction.source.type === 'tamara' && body['customer'] === undefined)
    throw invalidRequest('customer_required');
  const rest = available(payment);
  const amount = (body['amount'] as number | undefined) ?? rest;
  if (amount === 0) throw invalidRequest('amount_invalid');
  if (amount > payment.totals.authorized) throw invalidRequest('capture_value_greater_than_authorized');
  if (amount > rest) throw invalidRequest('capture_value_greater_than_remaining_authorized');
  const details = readActionDetails(request, payment);
  const final = body['capture_type'] === 'Final';
  return () => {
    const actionId = capture(state, payment, { amount, final, delay: options.captureDelay }, now, details);
    return { status: 202, body: renderAcceptedAction(payment, actionId, details.reference, origin) };
  };
}
