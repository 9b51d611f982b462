import { notAllowed } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { allowedActions, available } from '../payments/payment.js';
import { renderAcceptedAction } from '../payments/views.js';
import { readActionDetails } from './fields.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Checks a void against what is authorized. The returned function accepts it. See `OperationHandler`. */
export function voidPayment(request: OperationRequest): () => OperationResponse {
  const { state, now, origin } = request;
  const payment = findPayment(request);
  if (!allowedActions(payment).void) throw notAllowed();
  const details = readActionDetails(request, payment);
  return () => {
    const action = state.ledger.record(payment, 'Void', available(payment), now, details);
    return { status: 202, body: renderAcceptedAction(payment, action.id, details.reference, origin) };
  };
}
