import { notAllowed } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { cancelRetries } from '../payments/actions.js';
import { renderAcceptedAction } from '../payments/views.js';
import { readReference } from './fields.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Checks that a retry is scheduled. The returned function cancels it. See `OperationHandler`. */
export function cancelScheduledRetry(request: OperationRequest): () => OperationResponse {
  const { state, now, origin, shownKey: idempotencyKey } = request;
  const payment = findPayment(request);
  if (payment.status !== 'Retry Scheduled') throw notAllowed();
  const reference = readReference(request, payment);
  return () => {
    const action = cancelRetries(state, payment, now, { reference, idempotencyKey });
    return { status: 202, body: renderAcceptedAction(payment, action.id, reference, origin) };
  };
}
