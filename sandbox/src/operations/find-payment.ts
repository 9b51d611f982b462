import type { Payment } from '../payments/payment.js';
import { Refusal } from '../shared/api-error.js';
import { table } from '../shared/description.js';
import type { Call } from './operation-request.js';

/** The payment that the path names. Throws a refusal (404) when there is none, or the operation takes no such id. */
export function paymentOf({ operationId, id, world }: Call): Payment {
  const pattern = table[operationId].pathParameters['id'];
  const payment = pattern && new RegExp(pattern).test(id) ? world.payments.get(id) : undefined;
  if (!payment) throw new Refusal(404);
  return payment;
}
