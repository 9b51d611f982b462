import type { ProviderExchange } from '../connection/connection.js';
import { isPaymentId, readField, readStatus } from '../probes/response-fields.js';
import { type PaymentSession, runReference, stepKey } from './session.js';

/** The amount of an authorization, in the minor currency unit. */
export const AMOUNT = 100;

/**
 * Authorizes the payment of a flow, twice with the same idempotency key.
 *
 * @returns The id of the payment when it was approved.
 */
export async function authorize(session: PaymentSession, flow: string): Promise<string | undefined> {
  const { sendProbe, client, paymentIds, lost, notes } = session;
  const order = {
    amount: AMOUNT,
    currency: session.currency,
    source: session.card,
    reference: runReference(session),
    capture: false,
    authorization_type: 'Estimated',
  } as const;
  const idempotencyKey = await stepKey(session, flow, 'authorize');
  const request = () => client.requestPayment(order, { idempotencyKey });
  const probe = { operationId: 'requestPayment', expected: [201, 202] } as const;
  const first = await sendProbe({ ...probe, what: `to ${flow}` }, request);
  const second = await sendProbe({ ...probe, what: `to ${flow}, repeated with its key` }, request);
  compareReplay(session, 'id', first, second);
  const ids = [first, second].map((exchange) => readField(exchange, 'id')).filter(isPaymentId);
  for (const id of ids) paymentIds.add(id);
  if (ids.length === 0 && ![first, second].every(isRejected)) lost.push(flow);
  const isApproved = [first, second].some((exchange) => readField(exchange, 'approved') === true);
  if (!isApproved) {
    notes.push(`The payment to ${flow} was not approved at once, so nothing else was done with it.`);
  }
  return isApproved ? ids[0] : undefined;
}

/** Compares a field in the responses to a request and to its repetition, and records the result. */
export function compareReplay(
  { replays }: PaymentSession,
  field: string,
  first: ProviderExchange | undefined,
  second: ProviderExchange | undefined,
): void {
  const [one, other] = [first, second].map((exchange) => readField(exchange, field));
  if (!first || one === undefined || other === undefined) return;
  replays.push({ operationId: first.operation.operationId, field, same: one === other });
}

/** Returns true when a request certainly had no effect: it was rejected, and not as a duplicate. */
function isRejected(exchange: ProviderExchange | undefined): boolean {
  const status = readStatus(exchange) ?? 0;
  return status >= 400 && status < 500 && ![409, 429].includes(status);
}
