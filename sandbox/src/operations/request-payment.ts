import { authorize, challenge, VALIDITY } from '../payments/authorization.js';
import { newPayment, type Order } from '../payments/payment.js';
import { payOut } from '../payments/payout.js';
import { CHALLENGED, endingOf, outcomeOf, outcomeOfCard, RETURNED } from '../payments/processor.js';
import { resultView } from '../payments/views.js';
import { type Answer, invalid } from '../shared/api-error.js';
import { checkAmount, isCurrency } from './amounts.js';
import { readCard, showCard } from './card.js';
import { isObject, metadataOf } from './fields.js';
import type { Call } from './operation-request.js';

/** The body of a request, as far as the description has it. */
interface Body {
  readonly amount?: number;
  readonly currency: string;
  readonly source: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly payment_type: string;
  readonly authorization_type: 'Final' | 'Estimated';
  readonly reference?: string;
  readonly description?: string;
  readonly capture: boolean;
  readonly capture_on?: string;
  readonly merchant_initiated?: boolean;
}

export function requestPayment(call: Call): Answer {
  const { world, now } = call;
  const order = readOrder(call);
  const ending = endingOf(order.amount);
  const challenged = order.kind !== 'payout' && !order.merchantInitiated && ending === CHALLENGED;
  const payment = newPayment({
    id: world.random.id('pay_'),
    order,
    sequence: world.payments.size,
    requestedOn: now,
    sessionId: challenged ? world.random.id('sid_') : undefined,
  });
  world.payments.add(payment);
  if (order.kind === 'payout') payOut(world, payment, ending === RETURNED, now);
  else if (challenged) challenge(world, payment, now);
  else authorize(world, payment, order.outcome, now);
  return { status: payment.status === 'Pending' ? 202 : 201, body: resultView(payment, call.origin) };
}

function readOrder(call: Call): Order {
  const body = call.body as object as Body;
  const { amount = 0, currency } = body;
  const merchantInitiated = body.merchant_initiated === true;
  if (!isCurrency(currency)) throw invalid('currency_invalid');
  checkAmount(amount);
  if (merchantInitiated && body.payment_type === 'Regular') throw invalid('payment_type_invalid');
  const { kind, source, destination, outcome } = readInstrument(call, body.source, amount);
  return {
    kind,
    amount,
    currency,
    source,
    destination,
    reference: body.reference,
    description: body.description,
    metadata: metadataOf(call.body),
    paymentType: body.payment_type,
    authorizationType: body.authorization_type,
    merchantInitiated,
    outcome,
    capture: readCapture(body, call.now, call.settings.captureDelay),
    idempotencyKey: call.idempotencyKey,
  };
}

type Instrument = Pick<Order, 'kind' | 'source' | 'destination' | 'outcome'>;

/** What is charged, or where a payout goes. */
function readInstrument({ world, now, body }: Call, source: Body['source'], amount: number): Instrument {
  const id = world.random.id('src_');
  const destination = body['destination'];
  // The extension for payouts, whose requests the documentation names without a single field.
  if (destination !== undefined) {
    if (!isObject(destination) || typeof destination['type'] !== 'string')
      throw invalid('destination_invalid');
    if (amount === 0) throw invalid('amount_required');
    const to = { type: destination['type'] };
    return { kind: 'payout', source: { id, type: source.type }, destination: to, outcome: outcomeOf(amount) };
  }
  if (source.type !== 'card') {
    return { kind: 'other', source: { id, type: source.type }, outcome: outcomeOf(amount) };
  }
  const card = readCard(source, now);
  const shown = showCard(card, id, source['cvv'] !== undefined);
  return { kind: 'card', source: shown, outcome: outcomeOfCard(card.number, amount) };
}

function readCapture({ capture, capture_on: on }: Body, now: number, delay: number): Order['capture'] {
  if (on === undefined) return capture ? { after: delay } : undefined;
  const at = Date.parse(on);
  if (!(at >= now && at < now + VALIDITY)) throw invalid('capture_on_invalid');
  return { at };
}
