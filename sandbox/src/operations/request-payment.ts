import { invalidRequest } from '../lib/api-error.js';
import { isObject } from '../lib/checks.js';
import type { OperationResponse } from '../lib/operation-response.js';
import { AUTHORIZATION_LIFETIME, authorize } from '../payments/authorization.js';
import { startChallenge } from '../payments/challenge.js';
import { isCurrency } from '../payments/currencies.js';
import { createPayment, type PaymentInstruction, type Source } from '../payments/payment.js';
import { startPayout } from '../payments/payout.js';
import {
  CHALLENGE_TRIGGER,
  processAmount,
  processCard,
  RETURN_TRIGGER,
  readTrigger,
} from '../payments/processor.js';
import { renderResult } from '../payments/views.js';
import { checkAmount } from './amounts.js';
import { maskCard, readCard } from './card.js';
import { readMetadata } from './fields.js';
import type { OperationRequest } from './operation-request.js';

/** The documented fields of the body, after validation. */
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

/** Checks a request for a payment or a payout. The returned function carries it out. See `OperationHandler`. */
export function requestPayment(request: OperationRequest): () => OperationResponse {
  const { state, now, origin } = request;
  const createInstruction = readInstruction(request);
  return () => {
    // Here, so that a request that is rejected does not change the identifiers of later payments.
    const instruction = createInstruction(state.random.id('src_'));
    const { kind, amount, currency, merchantInitiated, processorResponse } = instruction;
    const trigger = readTrigger(amount, currency);
    const challenged = kind !== 'payout' && !merchantInitiated && trigger === CHALLENGE_TRIGGER;
    const payment = createPayment({
      id: state.random.id('pay_'),
      instruction,
      sequence: state.payments.size,
      requestedOn: now,
      sessionId: challenged ? state.random.id('sid_') : undefined,
    });
    state.payments.add(payment);
    if (kind === 'payout') startPayout(state, payment, trigger === RETURN_TRIGGER, now);
    else if (challenged) startChallenge(state, payment, now);
    else authorize(state, payment, processorResponse, now);
    return { status: payment.status === 'Pending' ? 202 : 201, body: renderResult(payment, origin) };
  };
}

/** Checks the request, and returns a function that creates its instruction with the identifier of the source. */
function readInstruction(request: OperationRequest): (sourceId: string) => PaymentInstruction {
  const body = request.body as object as Body;
  const { amount = 0, currency } = body;
  const merchantInitiated = body.merchant_initiated === true;
  if (!isCurrency(currency)) throw invalidRequest('currency_invalid');
  checkAmount(amount);
  if (merchantInitiated && body.payment_type === 'Regular') throw invalidRequest('payment_type_invalid');
  const { kind, createSource, destination, processorResponse } = readInstrument(
    request,
    body.source,
    amount,
    currency,
  );
  const metadata = readMetadata(request.body);
  const capture = readCapture(body, request.now, request.options.captureDelay);
  return (sourceId) => ({
    kind,
    amount,
    currency,
    source: createSource(sourceId),
    destination,
    reference: body.reference,
    description: body.description,
    metadata,
    paymentType: body.payment_type,
    authorizationType: body.authorization_type,
    merchantInitiated,
    processorResponse,
    capture,
    idempotencyKey: request.shownKey,
  });
}

type Instrument = Pick<PaymentInstruction, 'kind' | 'destination' | 'processorResponse'> & {
  readonly createSource: (id: string) => Source;
};

/** Reads the instrument to charge, or the destination of a payout. */
function readInstrument(
  { now, body }: OperationRequest,
  { type, ...fields }: Body['source'],
  amount: number,
  currency: string,
): Instrument {
  const destination = body['destination'];
  // An extension: the documentation names payouts without a single field of their requests.
  if (destination !== undefined) {
    if (!isObject(destination) || typeof destination['type'] !== 'string')
      throw invalidRequest('destination_invalid');
    if (amount === 0) throw invalidRequest('amount_required');
    return {
      kind: 'payout',
      createSource: (id) => ({ id, type }),
      destination: { type: destination['type'] },
      processorResponse: processAmount(amount, currency),
    };
  }
  if (type !== 'card') {
    return {
      kind: 'other',
      createSource: (id) => ({ id, type }),
      processorResponse: processAmount(amount, currency),
    };
  }
  const card = readCard(fields, now);
  return {
    kind: 'card',
    createSource: (id) => maskCard(card, id, fields['cvv'] !== undefined),
    processorResponse: processCard(card.number, amount, currency),
  };
}

function readCapture(
  { capture, capture_on }: Body,
  now: number,
  delay: number,
): PaymentInstruction['capture'] {
  if (capture_on === undefined) return capture ? { after: delay } : undefined;
  const at = Date.parse(capture_on);
  if (!(at >= now && at < now + AUTHORIZATION_LIFETIME)) throw invalidRequest('capture_on_invalid');
  return { at };
}
