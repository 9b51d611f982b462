import { readStatus } from '../probes/response-fields.js';
import { AMOUNT, authorize, compareReplay } from './authorize.js';
import {
  isCaptured,
  isRefunded,
  isReleased,
  type PaymentSession,
  readDetails,
  runReference,
  stepKey,
  waitUntil,
} from './session.js';

/** In the minor currency unit. */
const INCREMENT = 50;
const CAPTURE = 40;

/** The highest amount that is authorized for one payment, in the minor currency unit. */
export const MAX_AMOUNT = AMOUNT + INCREMENT;

const OF_THIS_RUN = 'of a payment of this run';

/** The field that signed requests need besides their signature. */
type SignedFields = { readonly pnm_payment_identifier: string };

/** Makes payments and releases each of them, as far as the provider responds as documented. */
export async function runPaymentFlows(session: PaymentSession): Promise<void> {
  await authorizeAndVoid(session);
  if (session.facilitatorId === undefined) {
    session.notes.push(
      'Nothing was captured, because a captured amount can only be returned with signed requests. Set LDDPAY_SITE_IDENTIFIER, LDDPAY_SIGNING_SECRET and LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER to sign them.',
    );
    return;
  }
  const signed = { pnm_payment_identifier: session.facilitatorId };
  if (await authorizeAndReverse(session, signed)) await captureAndRefund(session, signed);
  else session.notes.push('Nothing was captured, because a signed reversal did not succeed.');
}

async function authorizeAndVoid(session: PaymentSession): Promise<void> {
  const { sendProbe, client } = session;
  const id = await authorize(session, 'void');
  if (id === undefined) return;
  await readDetails(session, id);
  const incrementKey = await stepKey(session, 'void', 'increment');
  await sendProbe({ operationId: 'incrementAuthorization', what: OF_THIS_RUN, expected: [201, 403] }, () =>
    client.incrementAuthorization(id, { amount: INCREMENT }, { idempotencyKey: incrementKey }),
  );
  await sendProbe({ operationId: 'getPaymentActions', what: OF_THIS_RUN, expected: [200] }, () =>
    client.getPaymentActions(id),
  );
  const idempotencyKey = await stepKey(session, 'void', 'void');
  await sendProbe({ operationId: 'voidPayment', what: OF_THIS_RUN, expected: [202] }, () =>
    client.voidPayment(id, { reference: runReference(session) }, { idempotencyKey }),
  );
}

/** Checks that signed requests succeed, before anything is captured. */
async function authorizeAndReverse(session: PaymentSession, signed: SignedFields): Promise<boolean> {
  const id = await authorize(session, 'reverse');
  if (id === undefined || !(await reverse(session, 'reverse', id, signed))) return false;
  return waitUntil(session, id, isReleased);
}

async function captureAndRefund(session: PaymentSession, signed: SignedFields): Promise<void> {
  const { sendProbe, client } = session;
  const id = await authorize(session, 'capture');
  if (id === undefined) return;
  const captureKey = await stepKey(session, 'capture', 'capture');
  const capture = () =>
    client.capturePayment(id, { amount: CAPTURE, capture_type: 'NonFinal' }, { idempotencyKey: captureKey });
  const expected = [202];
  const first = await sendProbe({ operationId: 'capturePayment', what: 'of a part', expected }, capture);
  const second = await sendProbe(
    { operationId: 'capturePayment', what: 'of a part, repeated with its key', expected },
    capture,
  );
  compareReplay(session, 'action_id', first, second);
  if (!(await waitUntil(session, id, isCaptured))) {
    session.notes.push('The capture did not complete in time, so nothing was refunded.');
  } else if (!(await refund(session, id, signed))) {
    // A reversal that overtakes the refund could return the money twice.
    session.notes.push('The refund did not complete in time.');
    return;
  }
  await reverse(session, 'capture', id, signed);
}

/** @returns false when a refund was accepted and did not complete in time. */
async function refund(session: PaymentSession, id: string, signed: SignedFields): Promise<boolean> {
  const idempotencyKey = await stepKey(session, 'capture', 'refund');
  const exchange = await session.sendProbe(
    { operationId: 'refundPayment', what: 'of the captured amount', expected: [202] },
    () => session.client.refundPayment(id, signed, { idempotencyKey }),
  );
  return readStatus(exchange) !== 202 || waitUntil(session, id, isRefunded);
}

/** @returns Whether the reversal was accepted. */
async function reverse(
  session: PaymentSession,
  flow: string,
  id: string,
  signed: SignedFields,
): Promise<boolean> {
  const idempotencyKey = await stepKey(session, flow, 'reverse');
  const exchange = await session.sendProbe(
    { operationId: 'reversePayment', what: OF_THIS_RUN, expected: [202, 204] },
    () => session.client.reversePayment(id, signed, { idempotencyKey }),
  );
  return [202, 204].includes(readStatus(exchange) ?? 0);
}
