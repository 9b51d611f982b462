import { type Client, isLddPayError, keyFrom, type Reconciliation } from 'lddpay';
import type { Intent } from '../orders/lifecycle.js';
import type { Merchant, MerchantKind, MerchantTools, Settlement } from './merchant.js';
import { bodyOf } from './request-body.js';

/** A look-up that failed, which says nothing. */
class FailedLookUp extends Error {
  override readonly name = 'FailedLookUp';
}

/**
 * The loop of examples/charge-once.ts, for all writes, and without its waits. Its workers never carry out one intent at
 * once, so that what the API refused can be begun anew.
 */
export const loop: MerchantKind = {
  create: createLoop,
  keyOf: ({ write, name }) => keyFrom(write, name),
  needsStore: false,
};

/** What the merchant keeps with its order. */
interface Kept {
  /** Since when the intent may have taken effect, in ms since the Unix epoch. */
  readonly since?: number;
  /** When its body was signed first, in s since the Unix epoch: a refund is repeated with the same body. */
  readonly timestamp?: string;
}

function createLoop({ lddpay, facts }: MerchantTools): Merchant {
  async function carryOut(intent: Intent, paymentId: string): Promise<Settlement> {
    const { since, timestamp = String(Math.floor(Date.now() / 1000)) } = (facts.get(intent) ?? {}) as Kept;
    if (since !== undefined) {
      // An earlier run may have carried it out.
      const lookup = await lookUp(intent, paymentId, () =>
        lddpay.reconcile(toFacts(intent, paymentId, since)),
      );
      if (lookup.result === 'found') return found(lookup);
      if (lookup.result === 'unknown') return ask(lookup);
    }
    await facts.keep(intent, { since: since ?? Date.now(), timestamp });
    const idempotencyKey = await loop.keyOf(intent);
    for (let round = 1; ; round += 1) {
      try {
        return done(intent, await write(lddpay, intent, paymentId, timestamp, { idempotencyKey }));
      } catch (error) {
        if (!isLddPayError(error)) throw error;
        const lookup = await lookUp(intent, paymentId, () => lddpay.reconcile(error));
        if (lookup.result === 'found') return found(lookup);
        const isOver = error.outcome !== 'unknown' && lookup.result === 'not_found';
        if (since === undefined && isOver) {
          // Nothing happened, and no other process relies on what is kept.
          await facts.keep(intent, { timestamp });
          return { state: 'nothing', error };
        }
        if (error.transient && error.safeToRetry && round < 3) continue;
        // It may have taken effect: run this again later. Where the API refuses it now, that changes nothing. Its
        // outcome stays unknown where an earlier attempt of this process has an unknown one.
        const isRefused = error.kind === 'api' && !error.transient;
        if (!isRefused) return { state: 'open', error };
        return lookup.result === 'unknown'
          ? { ...ask(lookup), error }
          : { state: 'open', error, candidates: 0 };
      }
    }
  }

  /** Looks for the effect of an intent. That of a cancellation shows in the status of its payment alone. */
  async function lookUp(
    { write }: Intent,
    paymentId: string,
    reconcile: () => Promise<Reconciliation>,
  ): Promise<Reconciliation> {
    if (write !== 'cancelScheduledRetry') return reconcile();
    const payment = await lddpay.getPaymentDetails(paymentId).catch(() => undefined);
    if (!payment) return { result: 'unknown' };
    return { result: payment.status === 'Canceled' ? 'found' : 'not_found' };
  }

  return { carryOut };
}

function toFacts({ write, order, name, amount }: Intent, paymentId: string, since: number) {
  return write === 'requestPayment'
    ? { operationId: write, reference: order, amount, currency: 'USD', since }
    : { operationId: write, paymentId, reference: name, amount, since };
}

function write(
  lddpay: Client<true>,
  intent: Intent,
  paymentId: string,
  timestamp: string,
  options: { readonly idempotencyKey: string },
): Promise<unknown> {
  switch (intent.write) {
    case 'requestPayment':
      return lddpay.requestPayment(bodyOf.requestPayment(intent), options);
    case 'incrementAuthorization':
      return lddpay.incrementAuthorization(paymentId, bodyOf.incrementAuthorization(intent), options);
    case 'cancelScheduledRetry':
      return lddpay.cancelScheduledRetry(paymentId, undefined, options);
    case 'capturePayment':
      return lddpay.capturePayment(paymentId, bodyOf.capturePayment(intent), options);
    case 'voidPayment':
      return lddpay.voidPayment(paymentId, bodyOf.voidPayment(intent), options);
    case 'refundPayment':
      return lddpay.refundPayment(paymentId, { ...bodyOf.refundPayment(intent), timestamp }, options);
    case 'reversePayment':
      return lddpay.reversePayment(paymentId, { ...bodyOf.reversePayment(intent), timestamp }, options);
  }
}

function done({ write }: Intent, data: unknown): Settlement {
  if (data === undefined) return { state: 'done', empty: true };
  const { id, action_id } = Object(data);
  return {
    state: 'done',
    id: write === 'requestPayment' ? id : action_id,
    approved: approvalOf(Object(data)),
  };
}

/** A payment that is tried again is not decided. An item of a list has no `approved`. */
function approvalOf({ approved, status }: { approved?: boolean; status?: string }): boolean | undefined {
  return status === 'Retry Scheduled' ? undefined : (approved ?? status !== 'Declined');
}

/** What may be its effect is there, and nothing but the provider can tell whether it is: ask it. */
function ask({
  payments,
  actions,
}: Extract<Reconciliation, { result: 'unknown' }>): Extract<Settlement, { state: 'open' }> {
  const effects = payments ?? actions ?? [];
  const candidates = effects.length;
  if (candidates === 0) return { state: 'open', error: new FailedLookUp() };
  const areDeclined = effects.every((effect) => approvalOf(effect) === false);
  const waits = { state: 'open', tryAfterMs: Number.POSITIVE_INFINITY, candidates } as const;
  return areDeclined ? { ...waits, approved: false } : waits;
}

function found({ payment, action }: Extract<Reconciliation, { result: 'found' }>): Settlement {
  return { state: 'done', id: payment?.id ?? action?.id, approved: approvalOf(payment ?? action ?? {}) };
}
