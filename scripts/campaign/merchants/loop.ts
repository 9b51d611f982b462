import { type Client, isLddPayError, keyFrom, type Reconciliation } from 'lddpay';
import type { Intent } from '../orders/lifecycle.js';
import type { Merchant, MerchantKind, MerchantTools, Settlement } from './merchant.js';
import { bodyOf } from './request-body.js';

/** The loop of docs/guides/idempotency.md and examples/charge-once.ts, for all writes. */
export const loop: MerchantKind = {
  create: createLoop,
  keyOf: ({ order, step }) => keyFrom(order, step),
  needsStore: false,
};

function createLoop({ lddpay, facts }: MerchantTools): Merchant {
  async function carryOut(intent: Intent, paymentId: string): Promise<Settlement> {
    const idempotencyKey = await loop.keyOf(intent);
    // "To repeat a refund yourself, for instance after a restart, keep the key and set `timestamp`".
    const timestamp = await keepTimestamp(intent);
    try {
      return await settle(3);
    } catch (error) {
      if (!isLddPayError(error)) throw error;
      return { state: error.outcome === 'unknown' ? 'open' : 'nothing', error };
    }

    async function settle(rounds: number): Promise<Settlement> {
      try {
        return done(await write(lddpay, intent, paymentId, timestamp, { idempotencyKey }));
      } catch (error) {
        // Not sent or rejected: nothing happened. Fix the cause, then start over.
        if (!isLddPayError(error) || error.outcome !== 'unknown') throw error;
        const lookup = await lddpay.reconcile(error);
        if (lookup.result === 'found') return found(lookup);
        if (rounds === 0 || !error.safeToRetry) throw error; // ask the provider about error.requestId
        return settle(rounds - 1);
      }
    }
  }

  async function keepTimestamp(intent: Intent): Promise<string> {
    const { timestamp = String(Math.floor(Date.now() / 1000)) } = Object(facts.get(intent));
    await facts.keep(intent, { timestamp });
    return timestamp;
  }

  return { carryOut };
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
    case 'capturePayment':
      return lddpay.capturePayment(paymentId, bodyOf.capturePayment(intent), options);
    case 'voidPayment':
      return lddpay.voidPayment(paymentId, bodyOf.voidPayment(intent), options);
    case 'refundPayment':
      return lddpay.refundPayment(paymentId, { ...bodyOf.refundPayment(intent), timestamp }, options);
    case 'reversePayment':
      return lddpay.reversePayment(paymentId, { ...bodyOf.reversePayment(), timestamp }, options);
  }
}

function done(data: unknown): Settlement {
  if (data === undefined) return { state: 'done', empty: true };
  const { id, action_id, approved } = Object(data);
  return { state: 'done', id: action_id ?? id, approved };
}

function found({ payment, action }: Extract<Reconciliation, { result: 'found' }>): Settlement {
  return { state: 'done', id: payment?.id ?? action?.id, approved: payment?.status !== 'Declined' };
}
