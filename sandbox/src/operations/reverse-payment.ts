import { cancelRetry, reverse } from '../payments/actions.js';
import type { Payment } from '../payments/payment.js';
import { reversalView } from '../payments/views.js';
import { type Answer, invalid, notAllowed } from '../shared/api-error.js';
import { keyOf } from './fields.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';
import { readRefund } from './refund-payment.js';

/** What a reversal does to a card payment, by its status; the documentation's table. Any other: refused. */
const EFFECTS: Readonly<Record<string, 'give back' | 'cancel' | 'nothing'>> = {
  Authorized: 'give back',
  'Partially Captured': 'give back',
  Captured: 'give back',
  'Partially Refunded': 'give back',
  'Retry Scheduled': 'cancel',
  Voided: 'nothing',
  Refunded: 'nothing',
  Canceled: 'nothing',
};

export function reversePayment(call: Call): Answer {
  const { world, now } = call;
  const payment = paymentOf(call);
  const effect = payment.order.kind === 'card' ? EFFECTS[payment.status] : undefined;
  if (!effect) throw notAllowed();
  const details = keyOf(call);
  const action =
    effect === 'give back'
      ? reverse(world, payment, readReversal(call, payment), now, details)
      : effect === 'cancel'
        ? cancelRetry(world, payment, now, details)
        : undefined;
  return action ? { status: 202, body: reversalView(payment, action, call.origin) } : { status: 204 };
}

function readReversal(call: Call, payment: Payment): number {
  // Nothing is captured, so an amount to refund cannot be meant for this payment as it is.
  if (payment.totals.captured === 0 && call.body['refund_amount'] !== undefined)
    throw invalid('refund_amount_invalid');
  return readRefund(call, payment);
}
