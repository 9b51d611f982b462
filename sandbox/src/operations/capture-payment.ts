import { capture } from '../payments/actions.js';
import { allowed, available } from '../payments/payment.js';
import { acceptedView } from '../payments/views.js';
import { type Answer, invalid, notAllowed } from '../shared/api-error.js';
import { actionDetails } from './fields.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function capturePayment(call: Call): Answer {
  const { world, now, body, settings } = call;
  const payment = paymentOf(call);
  if (!allowed(payment).capture) throw notAllowed();
  // The documentation's rule for this one payment method.
  if (payment.order.source.type === 'tamara' && body['customer'] === undefined)
    throw invalid('customer_required');
  const rest = available(payment);
  const amount = (body['amount'] as number | undefined) ?? rest;
  if (amount === 0) throw invalid('amount_invalid');
  if (amount > payment.totals.authorized) throw invalid('capture_value_greater_than_authorized');
  if (amount > rest) throw invalid('capture_value_greater_than_remaining_authorized');
  const details = actionDetails(call, payment);
  const how = { amount, final: body['capture_type'] === 'Final', delay: settings.captureDelay };
  const id = capture(world, payment, how, now, details);
  return { status: 202, body: acceptedView(call, payment, id, details.reference) };
}
