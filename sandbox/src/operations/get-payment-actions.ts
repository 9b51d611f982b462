import { actionView } from '../payments/views.js';
import type { Answer } from '../shared/api-error.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function getPaymentActions(call: Call): Answer {
  return { status: 200, body: [...paymentOf(call).actions].reverse().map(actionView) };
}
