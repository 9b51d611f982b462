import { statusOf } from './asking.js';
import { AMOUNT, authorize, compareReplay } from './authorize.js';
import { isCaptured, isRefunded, isReleased, keyOf, look, referenceOf, type Stage, until } from './stage.js';

/** In the minor currency unit. */
const INCREMENT = 50;
const CAPTURE = 40;

/** The most that is authorized of one payment, in the minor currency unit. */
export const MOST = AMOUNT + INCREMENT;

const OF_THIS_RUN = 'of a payment of this run';

/** What a signed request says of the payment. */
type Signed = { readonly pnm_payment_identifier: string };

/** Makes payments and ends each without anything held, as far as the provider plays along. */
export async function livePayments(stage: Stage): Promise<void> {
  await authorizeAndVoid(stage);
  if (stage.facilitatorId === undefined) {
    stage.notes.push(
      'Nothing was captured, since only signed requests give captured money back. They take LDDPAY_SITE_IDENTIFIER, LDDPAY_SIGNING_SECRET and LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER.',
    );
    return;
  }
  const signed = { pnm_payment_identifier: stage.facilitatorId };
  if (await authorizeAndReverse(stage, signed)) await captureAndRefund(stage, signed);
  else stage.notes.push('Nothing was captured, since a signed reversal was not seen to work.');
}

async function authorizeAndVoid(stage: Stage): Promise<void> {
  const { ask, client } = stage;
  const id = await authorize(stage, 'void');
  if (id === undefined) return;
  await look(stage, id);
  const incrementKey = await keyOf(stage, 'void', 'increment');
  await ask({ operationId: 'incrementAuthorization', what: OF_THIS_RUN, expected: [201, 403] }, () =>
    client.incrementAuthorization(id, { amount: INCREMENT }, { idempotencyKey: incrementKey }),
  );
  await ask({ operationId: 'getPaymentActions', what: OF_THIS_RUN, expected: [200] }, () =>
    client.getPaymentActions(id),
  );
  const idempotencyKey = await keyOf(stage, 'void', 'void');
  await ask({ operationId: 'voidPayment', what: OF_THIS_RUN, expected: [202] }, () =>
    client.voidPayment(id, { reference: referenceOf(stage) }, { idempotencyKey }),
  );
}

/** Whether signed requests work: to be known before anything is captured. */
async function authorizeAndReverse(stage: Stage, signed: Signed): Promise<boolean> {
  const id = await authorize(stage, 'reverse');
  if (id === undefined || !(await reverse(stage, 'reverse', id, signed))) return false;
  return until(stage, id, isReleased);
}

async function captureAndRefund(stage: Stage, signed: Signed): Promise<void> {
  const { ask, client } = stage;
  const id = await authorize(stage, 'capture');
  if (id === undefined) return;
  const captureKey = await keyOf(stage, 'capture', 'capture');
  const capture = () =>
    client.capturePayment(id, { amount: CAPTURE, capture_type: 'NonFinal' }, { idempotencyKey: captureKey });
  const expected = [202];
  const first = await ask({ operationId: 'capturePayment', what: 'of a part', expected }, capture);
  const second = await ask(
    { operationId: 'capturePayment', what: 'of a part, repeated with its key', expected },
    capture,
  );
  compareReplay(stage, 'action_id', first, second);
  if (!(await until(stage, id, isCaptured))) {
    stage.notes.push('The capture was not seen to be carried out, so nothing was refunded.');
  } else if (!(await refund(stage, id, signed))) {
    // A reversal that overtakes the refund could return the money twice.
    stage.notes.push('The refund was not seen to be carried out.');
    return;
  }
  await reverse(stage, 'capture', id, signed);
}

/** Gives false when a refund was accepted, and not seen to be carried out. */
async function refund(stage: Stage, id: string, signed: Signed): Promise<boolean> {
  const idempotencyKey = await keyOf(stage, 'capture', 'refund');
  const exchange = await stage.ask(
    { operationId: 'refundPayment', what: 'of what was captured', expected: [202] },
    () => stage.client.refundPayment(id, signed, { idempotencyKey }),
  );
  return statusOf(exchange) !== 202 || until(stage, id, isRefunded);
}

async function reverse(stage: Stage, life: string, id: string, signed: Signed): Promise<boolean> {
  const idempotencyKey = await keyOf(stage, life, 'reverse');
  const exchange = await stage.ask(
    { operationId: 'reversePayment', what: OF_THIS_RUN, expected: [202, 204] },
    () => stage.client.reversePayment(id, signed, { idempotencyKey }),
  );
  return [202, 204].includes(statusOf(exchange) ?? 0);
}
