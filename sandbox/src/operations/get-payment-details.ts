import type { Answer } from '../answer.js';
import type { Call } from '../call.js';
import { detailsView } from '../payments/views.js';
import { paymentOf } from './payment-of.js';

export function getPaymentDetails(call: Call): Answer {
  return { status: 200, body: detailsView(paymentOf(call), call.origin) };
}
