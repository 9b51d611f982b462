import { detailsView } from '../payments/views.js';
import type { Answer } from '../shared/api-error.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function getPaymentDetails(call: Call): Answer {
  return { status: 200, body: detailsView(paymentOf(call), call.origin) };
}
