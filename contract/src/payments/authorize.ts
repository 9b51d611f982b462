import type { ProviderExchange } from '../connection/connection.js';
import { isPaymentId, isRejected, readField, readStatus } from '../probes/response-fields.js';
import {
  type PaymentSession,
  readDetails,
  runMetadata,
  runReference,
  sendTwice,
  stepKey,
} from './session.js';

/**
 * The amount of an authorization, in the minor currency unit. It is not the default security code, and neither
 * is any sum or rest of the amounts of a run, so that a report never confuses them.
 */
export const AMOUNT = 110;

/** What happens to another body under a used key is not documented. */
const ANY_STATUS = [201, 202, 422, 429];

function createOrder(session: PaymentSession) {
  return {
    amount: AMOUNT,
    currency: session.currency,
    source: session.card,
    reference: runReference(session),
    capture: false,
    authorization_type: 'Estimated',
    description: 'Check of a live server',
    metadata: runMetadata(session),
  } as const;
}

/**
 * Authorizes the payment of a flow, twice with the same idempotency key.
 *
 * @returns The id of the payment when it was approved.
 */
export async function authorize(session: PaymentSession, flow: string): Promise<string | undefined> {
  const { client, paymentIds, lost, unchecked, orders } = session;
  const order = createOrder(session);
  const idempotencyKey = await stepKey(session, flow, 'authorize');
  const request = () => client.requestPayment(order, { idempotencyKey });
  const probe = { operationId: 'requestPayment', what: `to ${flow}`, expected: [201, 202] } as const;
  const sent = (await sendTwice(session, probe, request)).filter((exchange) => exchange !== undefined);
  orders.push(...sent);
  const ids = sent.map((exchange) => readField(exchange, 'id')).filter(isPaymentId);
  for (const id of ids) paymentIds.add(id);
  // Where all were refused, a 429 cannot be about a duplicate in flight.
  const isRefused = sent.every((exchange) => isRejected(exchange) || readStatus(exchange) === 429);
  if (ids.length === 0 && !isRefused) lost.push(AMOUNT);
  const [id] = ids;
  if (id !== undefined && (await isApproved(session, sent, id))) return id;
  unchecked.push(`The payment to ${flow} was not approved at once, so nothing else was done with it.`);
  return undefined;
}

/** Returns true for a payment that was approved at once. Its result can leave `approved` out, its details cannot. */
async function isApproved(
  session: PaymentSession,
  sent: readonly ProviderExchange[],
  id: string,
): Promise<boolean> {
  const approvals = sent.map((exchange) => readField(exchange, 'approved'));
  const isLeftOut =
    approvals.every((approved) => approved === undefined) && sent.some((one) => readStatus(one) === 201);
  return isLeftOut
    ? readField(await readDetails(session, id), 'approved') === true
    : approvals.includes(true);
}

/** Repeats a request for a payment under its key with another amount, which must have no effect. */
export async function reuseKey(session: PaymentSession, flow: string): Promise<void> {
  const idempotencyKey = await stepKey(session, flow, 'authorize');
  const order = { ...createOrder(session), amount: AMOUNT + 1 };
  const reused = await session.sendProbe(
    {
      operationId: 'requestPayment',
      what: 'of another amount with a used key',
      expected: ANY_STATUS,
      kind: 'used key',
    },
    () => session.unawareClient.requestPayment(order, { idempotencyKey }),
  );
  const id = readField(reused, 'id');
  if (isPaymentId(id)) session.paymentIds.add(id);
  // The request before it has its response, so 429 refuses its key and is not about a duplicate in flight.
  else if (reused && readStatus(reused) !== 429 && !isRejected(reused)) session.lost.push(order.amount);
}
