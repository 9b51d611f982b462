import { invalidRequest, notAllowed } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { refundable } from '../payments/balances.js';
import { allowedActions, type Payment } from '../payments/payment.js';
import { renderAcceptedAction } from '../payments/views.js';
import { convertRefundAmount } from './amounts.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';

/** Checks a refund against what is captured. The returned function accepts it. See `OperationHandler`. */
export function refundPayment(request: OperationRequest): () => OperationResponse {
  const { state, now, origin, shownKey: idempotencyKey } = request;
  const payment = findPayment(request);
  if (!allowedActions(payment).refund) throw notAllowed();
  const amount = readRefundAmount(request, payment);
  return () => {
    const action = state.ledger.record(payment, 'Refund', amount, now, { idempotencyKey });
    return { status: 202, body: renderAcceptedAction(payment, action.id, undefined, origin) };
  };
}

/**
 * Reads the amount to refund, in minor currency units. By default it is everything that is refundable.
 * @throws ApiError when the currency is not the payment's, or the amount is invalid or too large.
 */
export function readRefundAmount({ body, options }: OperationRequest, payment: Payment): number {
  const { currency } = payment.instruction;
  if ((body['refund_currency'] ?? currency) !== currency) throw invalidRequest('refund_currency_invalid');
  const max = refundable(payment.totals);
  const requested = body['refund_amount'] as number | undefined;
  if (requested === undefined) return max;
  const amount = convertRefundAmount(requested, currency, options.refundAmountUnit);
  if (amount > max) throw invalidRequest('amount_exceeds_balance');
  return amount;
}
