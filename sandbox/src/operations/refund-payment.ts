import { refundable } from '../payments/balances.js';
import { allowed, type Payment } from '../payments/payment.js';
import { acceptedView } from '../payments/views.js';
import { type Answer, invalid, notAllowed } from '../shared/api-error.js';
import { refundAmount } from './amounts.js';
import { keyOf } from './fields.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function refundPayment(call: Call): Answer {
  const payment = paymentOf(call);
  if (!allowed(payment).refund) throw notAllowed();
  const amount = readRefund(call, payment);
  const action = call.world.ledger.record(payment, 'Refund', amount, call.now, keyOf(call));
  return { status: 202, body: acceptedView(call, payment, action.id, undefined) };
}

/** How much a body asks to refund, in minor units: everything unless it says how much. */
export function readRefund({ body, settings }: Call, payment: Payment): number {
  const { currency } = payment.order;
  if ((body['refund_currency'] ?? currency) !== currency) throw invalid('refund_currency_invalid');
  const rest = refundable(payment.totals);
  const asked = body['refund_amount'] as number | undefined;
  if (asked === undefined) return rest;
  const amount = refundAmount(asked, currency, settings.refundAmountUnit);
  if (amount > rest) throw invalid('amount_exceeds_balance');
  return amount;
}
