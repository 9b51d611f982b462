import type { ProviderExchange } from '../connection/connection.js';
import type { Probe } from '../probes/probe.js';
import {
  isPaymentId,
  readField,
  readPaymentIds,
  readPayments,
  readProperty,
  readStatus,
} from '../probes/response-fields.js';
import type { HeldPayments } from '../report/report.js';
import { isReleased, type PaymentSession, READ_PAUSE, runReference, stepKey, waitUntil } from './session.js';

/** The maximum number of times that a request is sent which the release needs. */
const MAX_SENDS = 4;

/**
 * Releases the payments of a run, including those whose responses were lost. A request that fails does not
 * stop the others.
 *
 * @returns The payments that may still hold money; null when there are none.
 */
export async function cleanUp(given: PaymentSession): Promise<HeldPayments | null> {
  const session: PaymentSession = {
    ...given,
    sendProbe: (probe, call) => given.sendProbe(probe, call).catch(() => undefined),
  };
  const { client, paymentIds, lost } = session;
  const held: string[] = [];
  const releaseAll = async (ids: Iterable<string>) => {
    for (const id of ids) if (!(await release(session, id))) held.push(id);
  };
  // Before the list, which can fail for a long time.
  await releaseAll(paymentIds);
  const reference = runReference(session);
  const listed = await sendAgain(
    session,
    { operationId: 'getPaymentsList', what: 'by the reference of this run', expected: [202] },
    () => client.getPaymentsList({ reference, limit: 100 }),
    isFailed,
  );
  // A server may list payments of others, which this run must not release.
  const own = readPayments(listed).filter((payment) => readProperty(payment, 'reference') === reference);
  const isNew = (id: unknown) => isPaymentId(id) && !paymentIds.has(id);
  const found = own.filter((payment) => isNew(readProperty(payment, 'id')));
  const missing = withoutAmounts(lost, found);
  await releaseAll(readPaymentIds(found));
  return held.length === 0 && missing.length === 0 ? null : { reference, paymentIds: held };
}

/** Removes the amounts of payments, each once. */
function withoutAmounts(amounts: readonly number[], payments: readonly unknown[]): number[] {
  const left = [...amounts];
  for (const payment of payments) {
    const index = left.indexOf(Number(readProperty(payment, 'amount')));
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

async function release(session: PaymentSession, id: string): Promise<boolean> {
  let released = false;
  let isReturning = false;
  await waitUntil(session, id, (details) => {
    released = isReleased(details);
    isReturning = session.returns.get(id)?.(details) === false;
    // An earlier action may still be in progress. A payment without one is released at once.
    return released || (!session.acted.has(id) && readField(details, 'status') === 'Authorized');
  });
  if (released) return true;
  const { client, facilitatorId, settings } = session;
  // A reversal beside a refund or reversal in progress could return the money twice. A signature that was
  // rejected before would be rejected again.
  if (!isReturning && facilitatorId !== undefined && settings.length === 0) {
    const idempotencyKey = await stepKey(session, 'clean up', 'reverse', id);
    await sendAgain(
      session,
      { operationId: 'reversePayment', what: 'to clean up', expected: [202, 204] },
      () => client.reversePayment(id, { pnm_payment_identifier: facilitatorId }, { idempotencyKey }),
      // If its key counted for nothing, one whose outcome is unknown could return the money twice.
      isPutOff,
    );
    if (await waitUntil(session, id, isReleased)) return true;
  }
  const idempotencyKey = await stepKey(session, 'clean up', 'void', id);
  await sendAgain(
    session,
    { operationId: 'voidPayment', what: 'to clean up', expected: [202, 403] },
    () => client.voidPayment(id, {}, { idempotencyKey }),
    isFailed,
  );
  return waitUntil(session, id, isReleased);
}

/**
 * Sends a request, and again with its idempotency key while it did not succeed for now.
 *
 * @param isOpen Returns true for the exchange of a request to send again.
 */
async function sendAgain(
  { sendProbe, wait }: PaymentSession,
  probe: Probe,
  request: () => PromiseLike<unknown>,
  isOpen: (exchange: ProviderExchange | undefined) => boolean,
): Promise<ProviderExchange | undefined> {
  for (let sends = 1; ; sends += 1) {
    const exchange = await sendProbe(probe, request);
    if (sends === MAX_SENDS || !isOpen(exchange)) return exchange;
    await wait(READ_PAUSE);
  }
}

/** Returns true when a request was surely not carried out: it was not sent, for want of a token, or refused for now. */
function isPutOff(exchange: ProviderExchange | undefined): boolean {
  return exchange === undefined || readStatus(exchange) === 429;
}

/** Returns true when a request was put off, failed, or has no response. */
function isFailed(exchange: ProviderExchange | undefined): boolean {
  return isPutOff(exchange) || (readStatus(exchange) ?? 500) >= 500;
}
