import { allowed, available } from '../payments/payment.js';
import { acceptedView } from '../payments/views.js';
import { type Answer, notAllowed } from '../shared/api-error.js';
import { actionDetails } from './fields.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function voidPayment(call: Call): Answer {
  const payment = paymentOf(call);
  if (!allowed(payment).void) throw notAllowed();
  const details = actionDetails(call, payment);
  const action = call.world.ledger.record(payment, 'Void', available(payment), call.now, details);
  return { status: 202, body: acceptedView(call, payment, action.id, details.reference) };
}
