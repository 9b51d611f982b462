import type { LedgerEntry } from 'lddpay-sandbox';
import { groupBy } from '../../lib/group-by.js';
import type { Intent } from '../orders/lifecycle.js';
import type { Belief } from '../worker/book.js';

/** An intent with what its merchant came to believe of it. */
export interface BelievedIntent {
  readonly intent: Intent;
  readonly idempotencyKey: string;
  /** What each worker came to believe, in order. Those that never began with it are left out. */
  readonly beliefs: readonly (readonly Belief[])[];
}

/** What one request did: a reversal refunds and voids at once. */
export interface Effect {
  readonly paymentId: string;
  readonly idempotencyKey: string;
  readonly at: number;
  readonly entries: readonly LedgerEntry[];
}

/** Groups the entries by the requests that caused them. An authorization that expires is no effect of a request. */
export function groupEffects(ledger: readonly LedgerEntry[]): Effect[] {
  const caused = ledger.filter(({ type, idempotencyKey }) => type !== 'Void' || idempotencyKey !== undefined);
  const groups = groupBy(
    caused,
    ({ paymentId, idempotencyKey, at }) => `${paymentId} ${idempotencyKey} ${at}`,
  );
  return [...groups.values()].map((entries) => {
    const [{ paymentId, idempotencyKey = '', at }] = entries as [LedgerEntry];
    return { paymentId, idempotencyKey, at, entries };
  });
}

/**
 * Adds the effects of cancellations, which the ledger does not show: a charge that would be tried again is believed to be
 * done, and never was. Such an effect has no entries.
 *
 * @param effects Those of each intent, by idempotency keys.
 */
export function addCancellations(
  intents: readonly BelievedIntent[],
  effects: ReadonlyMap<string, Effect[]>,
): void {
  const charges = new Map(intents.filter(isCharge).map((charge) => [charge.intent.order, charge]));
  for (const { intent, idempotencyKey, beliefs } of intents) {
    const charge = charges.get(intent.order);
    if (intent.write !== 'cancelScheduledRetry' || !charge || effects.get(charge.idempotencyKey)?.[0])
      continue;
    const charged = charge.beliefs.map((own) => own.at(-1)).find((last) => last?.state === 'done');
    if (!charged) continue;
    // When that was is not known. In the end, it was.
    const { at } = beliefs.flat().at(-1) ?? charged;
    effects.get(idempotencyKey)?.push({ paymentId: String(charged.id), idempotencyKey, at, entries: [] });
  }
}

function isCharge({ intent }: BelievedIntent): boolean {
  return intent.write === 'requestPayment';
}

/** Whether an effect is of the kind and the amount that was intended. */
export function fits({ entries }: Effect, { write, amount, capture }: Intent): boolean {
  const seen = entries.map((entry) => `${entry.type} ${entry.amount}`);
  switch (write) {
    case 'requestPayment':
      return seen.join() === [`Authorization ${amount}`, ...(capture ? [`Capture ${amount}`] : [])].join();
    case 'incrementAuthorization':
      return seen.join() === `Authorization ${amount}`;
    case 'cancelScheduledRetry':
      return seen.length === 0;
    case 'capturePayment':
      return seen.join() === `Capture ${amount}`;
    case 'refundPayment':
      return seen.join() === `Refund ${amount}`;
    case 'voidPayment':
      return entries.every(({ type }) => type === 'Void');
    case 'reversePayment':
      return amount === undefined
        ? entries.every(({ type }) => type === 'Void' || type === 'Refund')
        : seen.filter((one) => !one.startsWith('Void')).join() === `Refund ${amount}`;
  }
}
