import { keyFrom } from 'lddpay';
import { createJournal, type Settlement as JournalSettlement } from 'lddpay/journal';
import type { Intent } from '../orders/lifecycle.js';
import type { Merchant, MerchantKind, MerchantTools, Settlement } from './merchant.js';
import { createRedisStore } from './redis-store.js';
import { bodyOf } from './request-body.js';

/** The journal of `lddpay/journal`, on a Redis that all workers share. */
export const journal: MerchantKind = {
  create: createMerchant,
  keyOf: ({ write, name }) => keyFrom('journal', write, name),
  needsStore: true,
  settlesAll: true,
};

function createMerchant({ lddpay, storeUrl = '' }: MerchantTools): Merchant {
  const journal = createJournal(lddpay, { store: createRedisStore(storeUrl), exclusive: true });

  function write(intent: Intent, paymentId: string): Promise<JournalSettlement> {
    const { name } = intent;
    switch (intent.write) {
      case 'requestPayment':
        return journal.requestPayment(name, bodyOf.requestPayment(intent));
      case 'capturePayment':
        return journal.capturePayment(name, paymentId, bodyOf.capturePayment(intent));
      case 'voidPayment':
        return journal.voidPayment(name, paymentId, bodyOf.voidPayment(intent));
      case 'refundPayment':
        return journal.refundPayment(name, paymentId, bodyOf.refundPayment(intent));
      case 'reversePayment':
        return journal.reversePayment(name, paymentId, bodyOf.reversePayment());
    }
  }

  return {
    carryOut: async (intent, paymentId) => toSettlement(await write(intent, paymentId)),
    async *resume() {
      for await (const { name, settlement } of journal.resume()) {
        yield { name, settlement: toSettlement(settlement) };
      }
    },
  };
}

function toSettlement(settlement: JournalSettlement): Settlement {
  if (settlement.state === 'refused') return { ...settlement, state: 'nothing' };
  if (settlement.state === 'open') return settlement;
  const { state, id, approved, empty } = settlement;
  return { state, id, approved, empty };
}
