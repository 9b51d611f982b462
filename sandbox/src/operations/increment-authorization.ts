import { expireLater } from '../payments/authorization.js';
import { allowed } from '../payments/payment.js';
import { outcomeOf } from '../payments/processor.js';
import { incrementView } from '../payments/views.js';
import { type Answer, notAllowed } from '../shared/api-error.js';
import { checkAmount } from './amounts.js';
import { actionDetails } from './fields.js';
import { paymentOf } from './find-payment.js';
import type { Call } from './operation-request.js';

export function incrementAuthorization(call: Call): Answer {
  const { world, now } = call;
  const payment = paymentOf(call);
  if (!allowed(payment).authorize) throw notAllowed();
  const amount = (call.body['amount'] as number | undefined) ?? 0;
  checkAmount(amount, payment.totals.authorized);
  const outcome = outcomeOf(amount);
  const action = world.ledger.record(payment, 'Authorization', amount, now, {
    ...actionDetails(call, payment),
    outcome,
    authorizationType: 'Incremental',
  });
  if (outcome.approved) expireLater(world, payment, now);
  return { status: 201, body: incrementView(payment, action, call.origin) };
}
