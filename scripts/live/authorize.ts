import { statusOf } from './asking.js';
import { fieldOf, isPaymentId } from './bodies.js';
import { keyOf, referenceOf, type Stage } from './stage.js';
import type { Exchange } from './wire.js';

/** How much is authorized, in the minor currency unit. */
export const AMOUNT = 100;

/** Authorizes a payment, twice with one key. Gives its identifier when something can be done with it. */
export async function authorize(stage: Stage, life: string): Promise<string | undefined> {
  const { ask, client, paymentIds, lost, notes } = stage;
  const order = {
    amount: AMOUNT,
    currency: stage.currency,
    source: stage.card,
    reference: referenceOf(stage),
    capture: false,
    authorization_type: 'Estimated',
  } as const;
  const idempotencyKey = await keyOf(stage, life, 'authorize');
  const request = () => client.requestPayment(order, { idempotencyKey });
  const probe = { operationId: 'requestPayment', expected: [201, 202] } as const;
  const first = await ask({ ...probe, what: `to ${life}` }, request);
  const second = await ask({ ...probe, what: `to ${life}, repeated with its key` }, request);
  compareReplay(stage, 'id', first, second);
  const ids = [first, second].map((exchange) => fieldOf(exchange, 'id')).filter(isPaymentId);
  for (const id of ids) paymentIds.add(id);
  if (ids.length === 0 && ![first, second].every(isRefused)) lost.push(life);
  const approved = [first, second].some((exchange) => fieldOf(exchange, 'approved') === true);
  if (!approved)
    notes.push(`The payment to ${life} was not approved at once, so nothing more was done with it.`);
  return approved ? ids[0] : undefined;
}

/** Keeps for the report whether a request and its repetition were answered with the same. */
export function compareReplay(
  { replays }: Stage,
  field: string,
  first: Exchange | undefined,
  second: Exchange | undefined,
): void {
  const [one, other] = [first, second].map((answer) => fieldOf(answer, field));
  if (!first || one === undefined || other === undefined) return;
  replays.push({ operationId: first.operation.operationId, field, same: one === other });
}

/** Whether nothing can have come of a request: it was refused, and not for being made twice. */
function isRefused(exchange: Exchange | undefined): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 400 && status < 500 && ![409, 429].includes(status);
}
