import type { ProviderExchange } from '../connection/connection.js';
import type { Probe } from '../probes/probe.js';
import { readPages } from '../probes/read-pages.js';
import { isRejected, readPaymentIds, readPayments, readStatus } from '../probes/response-fields.js';
import { AMOUNT, authorize, reuseKey } from './authorize.js';
import {
  isCaptured,
  isRefunded,
  isReleased,
  MAX_READS,
  type PaymentSession,
  READ_PAUSE,
  readActions,
  readDetails,
  runMetadata,
  runReference,
  sendTwice,
  stepKey,
  waitUntil,
} from './session.js';

/** In the minor currency unit. */
const INCREMENT = 50;
const CAPTURE = 40;

/** The highest amount that is authorized for one payment, in the minor currency unit. */
export const MAX_AMOUNT = AMOUNT + INCREMENT;

const OF_THIS_RUN = 'of a payment of this run';

/** The documented rejections of a request whose signature is wrong, or whose account may not reverse. */
const SIGNATURE_REJECTED = [401, 403, 422];

const SIGNING_PROBLEM =
  'The provider rejected a signed request, so captures and refunds were not checked. Check LDDPAY_SIGNING_SECRET, LDDPAY_SITE_IDENTIFIER and LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER. If they are right, the provider signs in another way than the description infers.';

const REVERSAL: Probe = { operationId: 'reversePayment', what: OF_THIS_RUN, expected: [202, 204] };

/** The field that signed requests need besides their signature. */
type SignedFields = { readonly pnm_payment_identifier: string };

/** Makes payments and releases each of them, as far as the provider responds as documented. */
export async function runPaymentFlows(session: PaymentSession): Promise<void> {
  await makeAndRelease(session);
  await readOwnPages(session);
}

/** Lists and searches the payments of this run one by one. */
async function readOwnPages(session: PaymentSession): Promise<void> {
  const { sendProbe, client, paymentIds } = session;
  const reference = runReference(session);
  // One more than there are payments, to see that the pages end.
  const most = paymentIds.size + 1;
  await waitUntilFound(session, [...paymentIds]);
  const what = 'by the reference of this run, one by one';
  await sendProbe({ operationId: 'getPaymentsList', what, expected: [202] }, () =>
    readPages(client.getPaymentsList({ reference, limit: 1 }), most),
  );
  await sendProbe({ operationId: 'searchPayments', what, expected: [202, 403] }, () =>
    readPages(client.searchPayments({ query: `reference:'${reference}'`, limit: 1 }), most),
  );
}

/** Searches for the payments of this run until all of them are found, because an index can lag. */
async function waitUntilFound(session: PaymentSession, paymentIds: readonly string[]): Promise<void> {
  const { sendProbe, client, wait } = session;
  const query = `reference:'${runReference(session)}'`;
  for (let attempt = 1; attempt <= MAX_READS; attempt += 1) {
    // Each attempt is a search of its own, not the next page of the one before.
    const what = `by the reference of this run${attempt === 1 ? '' : `, attempt ${attempt}`}`;
    const found = await sendProbe({ operationId: 'searchPayments', what, expected: [202, 403] }, () =>
      client.searchPayments({ query, limit: 100 }),
    );
    const ids = readPaymentIds(readPayments(found));
    if (readStatus(found) !== 202 || paymentIds.every((id) => ids.includes(id))) return;
    if (attempt < MAX_READS) await wait(READ_PAUSE);
  }
}

async function makeAndRelease(session: PaymentSession): Promise<void> {
  await authorizeAndVoid(session);
  if (session.facilitatorId === undefined) {
    await authorizeOnly(session);
    session.notes.push(
      'Nothing was captured, because a captured amount can only be returned with signed requests. Set LDDPAY_SITE_IDENTIFIER, LDDPAY_SIGNING_SECRET and LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER to sign them.',
    );
    return;
  }
  const signed = { pnm_payment_identifier: session.facilitatorId };
  const isReversed = await authorizeAndReverse(session, signed);
  if (isReversed) await captureAndRefund(session, signed);
  else if (isReversed === false) {
    session.unchecked.push('Nothing was captured, because a signed reversal did not succeed.');
  }
}

async function authorizeAndVoid(session: PaymentSession): Promise<void> {
  const { client } = session;
  const id = await authorize(session, 'void');
  if (id === undefined) return;
  await reuseKey(session, 'void');
  await readDetails(session, id);
  const incrementKey = await stepKey(session, 'void', 'increment');
  await sendTwice(
    session,
    { operationId: 'incrementAuthorization', what: OF_THIS_RUN, expected: [201, 403] },
    () =>
      client.incrementAuthorization(
        id,
        { amount: INCREMENT, metadata: runMetadata(session) },
        { idempotencyKey: incrementKey },
      ),
  );
  await readActions(session, id);
  const idempotencyKey = await stepKey(session, 'void', 'void');
  const voids = await sendTwice(
    session,
    { operationId: 'voidPayment', what: OF_THIS_RUN, expected: [202] },
    () =>
      client.voidPayment(
        id,
        { reference: runReference(session), metadata: runMetadata(session) },
        { idempotencyKey },
      ),
  );
  if (await waitUntil(session, id, isReleased)) await readActions(session, id);
  else if (voids.some(isAccepted)) session.unchecked.push('The void did not complete in time.');
}

/** Makes a second payment, so that a list has two items. The clean-up voids it. */
async function authorizeOnly(session: PaymentSession): Promise<void> {
  const id = await authorize(session, 'list');
  if (id !== undefined) await readDetails(session, id);
}

/**
 * Checks that signed requests succeed, and only with their signature, before anything is captured.
 *
 * @returns undefined when there was no payment to reverse.
 */
async function authorizeAndReverse(
  session: PaymentSession,
  signed: SignedFields,
): Promise<boolean | undefined> {
  const id = await authorize(session, 'reverse');
  if (id === undefined) return undefined;
  // A reversal with a wrong signature only releases what is released anyway.
  const isReversing =
    isAccepted(await reverseWronglySigned(session, id, signed)) || (await reverseTwice(session, id, signed));
  if (!isReversing) return false;
  const isReversed = await waitUntil(session, id, isReleased);
  if (isReversed) await readActions(session, id);
  else session.unchecked.push('The reversal did not complete in time.');
  return isReversed;
}

async function reverseWronglySigned(
  session: PaymentSession,
  id: string,
  signed: SignedFields,
): Promise<ProviderExchange | undefined> {
  const idempotencyKey = await stepKey(session, 'reverse', 'wrong signature');
  return session.sendProbe(
    {
      operationId: 'reversePayment',
      what: 'with a wrong signature',
      expected: SIGNATURE_REJECTED,
      isWronglySigned: true,
    },
    () => session.badSignatureClient.reversePayment(id, signed, { idempotencyKey }),
  );
}

/** @returns Whether the reversal was accepted. */
async function reverseTwice(session: PaymentSession, id: string, signed: SignedFields): Promise<boolean> {
  const reversals = await sendTwice(session, REVERSAL, await createReversal(session, 'reverse', id, signed));
  if (reversals.every(isRefused)) {
    const explains = reversals.filter((reversal) => reversal !== undefined);
    session.settings.push({ text: SIGNING_PROBLEM, explains });
  }
  return reversals.some(isAccepted);
}

async function captureAndRefund(session: PaymentSession, signed: SignedFields): Promise<void> {
  const { sendProbe, client } = session;
  const id = await authorize(session, 'capture');
  if (id === undefined) return;
  await readDetails(session, id);
  const captureKey = await stepKey(session, 'capture', 'capture');
  const capture = () =>
    client.capturePayment(
      id,
      {
        amount: CAPTURE,
        capture_type: 'NonFinal',
        reference: runReference(session),
        metadata: runMetadata(session),
      },
      { idempotencyKey: captureKey },
    );
  await sendTwice(session, { operationId: 'capturePayment', what: 'of a part', expected: [202] }, capture);
  if (!(await waitUntil(session, id, isCaptured))) {
    session.unchecked.push('The capture did not complete in time, so nothing was refunded.');
  } else if (!(await refund(session, id, signed))) {
    // A reversal that overtakes the refund could return the money twice.
    session.unchecked.push('The refund did not complete in time.');
    return;
  }
  // It is sent once: if its key counted for nothing, it could return the money twice.
  const reversal = await sendProbe(REVERSAL, await createReversal(session, 'capture', id, signed));
  if (isAccepted(reversal) && (await waitUntil(session, id, isReleased))) await readActions(session, id);
}

/** @returns false when a refund was not rejected, and did not complete in time. */
async function refund(session: PaymentSession, id: string, signed: SignedFields): Promise<boolean> {
  const idempotencyKey = await stepKey(session, 'capture', 'refund');
  const refunds = await sendTwice(
    session,
    { operationId: 'refundPayment', what: 'of the captured amount', expected: [202] },
    () => session.client.refundPayment(id, signed, { idempotencyKey }),
  );
  const isRequested = refunds.some((exchange) => exchange && !isRejected(exchange));
  return !isRequested || waitUntil(session, id, isRefunded);
}

/** @returns A function that sends the reversal of a payment, with the same key each time. */
async function createReversal(session: PaymentSession, flow: string, id: string, signed: SignedFields) {
  const idempotencyKey = await stepKey(session, flow, 'reverse');
  return () => session.client.reversePayment(id, signed, { idempotencyKey });
}

function isAccepted(exchange: ProviderExchange | undefined): boolean {
  return [202, 204].includes(readStatus(exchange) ?? 0);
}

/** Returns true for a documented rejection of a wrong signature, or of an account that may not reverse. */
function isRefused(reversal: ProviderExchange | undefined): boolean {
  return SIGNATURE_REJECTED.includes(readStatus(reversal) ?? 0);
}
