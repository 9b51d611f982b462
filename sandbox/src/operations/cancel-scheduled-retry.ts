import { cancelRetry } from '../payments/actions.js';
import { acceptedView } from '../payments/views.js';
import { type Answer, notAllowed } from '../shared/api-error.js';
import { keyOf, referenceOf } from './fields.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function cancelScheduledRetry(call: Call): Answer {
  const payment = paymentOf(call);
  if (payment.status !== 'Retry Scheduled') throw notAllowed();
  const details = { reference: referenceOf(call, payment), ...keyOf(call) };
  const action = cancelRetry(call.world, payment, call.now, details);
  return { status: 202, body: acceptedView(call, payment, action.id, details.reference) };
}
