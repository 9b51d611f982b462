import { notAllowed } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { extendAuthorization } from '../payments/authorization.js';
import { allowedActions } from '../payments/payment.js';
import { processAmount } from '../payments/processor.js';
import { renderIncrement } from '../payments/views.js';
import { checkAmount } from './amounts.js';
import { readActionDetails } from './fields.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Checks an increment against the authorization. The returned function accepts it. See `OperationHandler`. */
export function incrementAuthorization(request: OperationRequest): () => OperationResponse {
  const { state, now, body, origin } = request;
  const payment = findPayment(request);
  if (!allowedActions(payment).authorize) throw notAllowed();
  const amount = (body['amount'] as number | undefined) ?? 0;
  checkAmount(amount, payment.totals.authorized);
  const details = readActionDetails(request, payment);
  return () => {
    const processorResponse = processAmount(amount, payment.instruction.currency);
    const action = state.ledger.record(payment, 'Authorization', amount, now, {
      ...details,
      processorResponse,
      authorizationType: 'Incremental',
    });
    if (processorResponse.approved) extendAuthorization(state, payment, now);
    return { status: 201, body: renderIncrement(payment, action, origin) };
  };
}
