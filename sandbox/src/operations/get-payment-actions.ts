import type { Answer } from '../answer.js';
import type { Call } from '../call.js';
import { actionView } from '../payments/views.js';
import { paymentOf } from './payment-of.js';

export function getPaymentActions(call: Call): Answer {
  return { status: 200, body: [...paymentOf(call).actions].reverse().map(actionView) };
}
