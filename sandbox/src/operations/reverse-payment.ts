import { invalidRequest, notAllowed } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { cancelRetries, reverse } from '../payments/actions.js';
import type { Payment } from '../payments/payment.js';
import { renderReversal } from '../payments/views.js';
import { findPayment } from './find-payment.js';
import type { OperationRequest } from './operation-request.js';
import { readRefundAmount } from './refund-payment.js';

/** The effect of a reversal on a card payment by its status, as documented. Other statuses do not allow it. */
const EFFECTS: Readonly<Partial<Record<Payment['status'], 'reverse' | 'cancel retries' | 'nothing'>>> = {
  Authorized: 'reverse',
  'Partially Captured': 'reverse',
  Captured: 'reverse',
  'Partially Refunded': 'reverse',
  'Retry Scheduled': 'cancel retries',
  Voided: 'nothing',
  Refunded: 'nothing',
  Canceled: 'nothing',
};

/** Checks what a reversal has to do. The returned function voids or refunds the payment. See `OperationHandler`. */
export function reversePayment(request: OperationRequest): () => OperationResponse {
  const { state, now, origin, shownKey: idempotencyKey } = request;
  const payment = findPayment(request);
  const effect = payment.instruction.kind === 'card' ? EFFECTS[payment.status] : undefined;
  if (!effect) throw notAllowed();
  const amount = effect === 'reverse' ? readAmount(request, payment) : 0;
  return () => {
    const details = { idempotencyKey };
    const action =
      effect === 'reverse'
        ? reverse(state, payment, amount, now, details)
        : effect === 'cancel retries'
          ? cancelRetries(state, payment, now, details)
          : undefined;
    return action ? { status: 202, body: renderReversal(payment, action, origin) } : { status: 204 };
  };
}

function readAmount(request: OperationRequest, payment: Payment): number {
  // Without a capture, an amount to refund cannot be meant for the payment in this state.
  if (payment.totals.captured === 0 && request.body['refund_amount'] !== undefined)
    throw invalidRequest('refund_amount_invalid');
  return readRefundAmount(request, payment);
}
